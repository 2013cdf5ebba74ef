"""Every reason code, once. The same word stands in the record, the metric, the log and the docs."""

from enum import StrEnum


class RemovedReason(StrEnum):
    """Why a line was cut from an article."""

    RELATED_HEADLINE = "related_headline"
    NEWSLETTER = "newsletter"
    SHARE_OR_FOLLOW = "share_or_follow"
    COMMENTS = "comments"
    TAGS = "tags"
    COPYRIGHT = "copyright"
    AUTHOR_BIO = "author_bio"
    NAVIGATION = "navigation"
    ADVERTISEMENT = "advertisement"
    PAYWALL = "paywall"
    APP_PROMOTION = "app_promotion"
    CONSENT = "consent"
    PHOTO_WIDGET = "photo_widget"
    CAPTION = "caption"
    RECURRING = "recurring"
    OTHER = "other_boilerplate"


class DeadReason(StrEnum):
    """Why a record could not be processed."""

    INVALID_ENCODING = "invalid_encoding"
    INVALID_JSON = "invalid_json"
    INVALID_RECORD = "invalid_record"
    MISSING_CONTENT = "missing_content"
    AMBIGUOUS_CONTENT = "ambiguous_content"
    EMPTY_CONTENT = "empty_content"
    NO_ARTICLE_IN_HTML = "no_article_in_html"
    TOO_LARGE = "too_large"
    TOO_DEEP = "too_deep"
    UNSUPPORTED_SCHEMA_VERSION = "unsupported_schema_version"
    OUTPUT_TOO_LARGE = "output_too_large"
    TIMEOUT = "timeout"
    CRASHED = "crashed"
    OUT_OF_MEMORY = "out_of_memory"
    INTERNAL_ERROR = "internal_error"


class DropReason(StrEnum):
    """Why a message leads to no record at all."""

    TOMBSTONE = "tombstone"


class Mark(StrEnum):
    """What a reader of a record should know about how it was made."""

    SINGLE_LINE = "single_line"
    NOT_AN_ARTICLE = "not_an_article"
    LARGE_CUT = "large_cut"
    PAYWALL = "paywall"
    VIDEO_PAGE = "video_page"
    INDEX_PAGE = "index_page"
    PAGE_DATA = "page_data"
    NO_MODEL_FOR_LANGUAGE = "no_model_for_language"
