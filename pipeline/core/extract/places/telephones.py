"""Area codes of North America: an article that says whom to call says where it is read."""

import re
from collections import Counter

from pipeline.core.extract.places.atlas import Atlas
from pipeline.core.extract.places.home import Home

_NUMBER = re.compile(r"(?<![\d.-])\(?([2-9]\d\d)(?:\) ?|[-. ])[2-9]\d\d[-. ]\d{4}(?![\d-])")
# The end of every such number. It begins with certain digits, so that a text without them is gone through in no time.
_LOCAL = re.compile(r"[2-9]\d\d[-. ]\d{4}(?![\d-])")
# The North American Numbering Plan's codes by ISO 3166-2 region.
_CODES = """
US-AL 205 251 256 334 659 938
US-AK 907
US-AZ 480 520 602 623 928
US-AR 479 501 870
US-CA 209 213 310 323 341 408 415 424 442 510 530 559 562 619 626 628 650 657 661 669 707 714 747 760 805 818 820
US-CA 831 840 858 909 916 925 949 951
US-CO 303 719 720 970
US-CT 203 475 860 959
US-DE 302
US-DC 202
US-FL 239 305 321 352 386 407 448 561 656 689 727 754 772 786 813 850 863 904 941 954
US-GA 229 404 470 478 678 706 762 770 912
US-HI 808
US-ID 208 986
US-IL 217 224 309 312 331 447 464 618 630 708 730 773 779 815 847 872
US-IN 219 260 317 463 574 765 812 930
US-IA 319 515 563 641 712
US-KS 316 620 785 913
US-KY 270 364 502 606 859
US-LA 225 318 337 504 985
US-ME 207
US-MD 227 240 301 410 443 667
US-MA 339 351 413 508 617 774 781 857 978
US-MI 231 248 269 313 517 586 616 734 810 906 947 989
US-MN 218 320 507 612 651 763 952
US-MS 228 601 662 769
US-MO 314 417 557 573 636 660 816 975
US-MT 406
US-NE 308 402 531
US-NV 702 725 775
US-NH 603
US-NJ 201 551 609 640 732 848 856 862 908 973
US-NM 505 575
US-NY 212 315 332 347 363 516 518 585 607 631 646 680 716 718 838 845 914 917 929 934
US-NC 252 336 704 743 828 910 919 980 984
US-ND 701
US-OH 216 220 234 283 326 330 380 419 440 513 567 614 740 937
US-OK 405 539 572 580 918
US-OR 458 503 541 971
US-PA 215 223 267 272 412 445 484 570 582 610 717 724 814 835 878
US-RI 401
US-SC 803 839 843 854 864
US-SD 605
US-TN 423 615 629 731 865 901 931
US-TX 210 214 254 281 325 346 361 409 430 432 469 512 682 713 726 737 806 817 830 832 903 915 936 940 945 956 972 979
US-UT 385 435 801
US-VT 802
US-VA 276 434 540 571 703 757 804 826 948
US-WA 206 253 360 425 509 564
US-WV 304 681
US-WI 262 274 414 534 608 715 920
US-WY 307
CA-AB 403 587 780 825
CA-BC 236 250 604 672 778
CA-MB 204 431
CA-NB 506
CA-NL 709
CA-NS 782 902
CA-ON 226 249 289 343 365 416 437 519 548 613 647 705 807 905
CA-QC 367 418 438 450 514 579 581 819 873
CA-SK 306 639
"""
_LINES = [line.split() for line in _CODES.strip().splitlines()]
_REGIONS = {code: line[0] for line in _LINES for code in line[1:]}


def called_at_home(text: str, atlas: Atlas) -> Home | None:
    """The region that most telephone numbers in the text belong to; None without one, or with two as often."""
    if _LOCAL.search(text) is None:
        return None
    called = Counter(_REGIONS[code] for code in _NUMBER.findall(text) if code in _REGIONS)
    most = called.most_common(2)
    if not most or (len(most) > 1 and most[0][1] == most[1][1]):
        return None
    place = atlas.region(most[0][0])
    return Home(place.country, place.region) if place else None
