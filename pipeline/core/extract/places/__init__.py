"""Where on earth the places of an article are."""
