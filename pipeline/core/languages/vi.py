"""Vietnamese."""

from pipeline.core.languages.language import Language, phrases, words

LANGUAGE = Language(
    code="vi",
    name="Vietnamese",
    furniture_words=words(
        """
        đăng chia bình luận quảng quyền
        """
    ),
    byline_openings=phrases("theo, tác giả, bài viết của"),
    roles=phrases("phóng viên, nhà báo, biên tập viên"),
    credit_openings=phrases("nguồn"),
    date_openings=phrases("xuất bản, cập nhật, ngày đăng"),
    sections=phrases(
        """
        thời sự, thế giới, kinh doanh, kinh tế, thể thao, bóng đá, văn hóa, giải trí, pháp luật, giáo dục, sức khỏe,
        khoa học, công nghệ, xã hội, chính trị
        """
    ),
    labels=phrases("ảnh, video, nguồn, minh họa"),
    furniture_lines=phrases(
        """
        quảng cáo, ảnh, video, tìm kiếm, chia sẻ, bình luận, đăng nhập, đăng ký, đọc thêm, xem thêm, tin liên quan,
        liên hệ
        """
    ),
    furniture_openings=phrases("xem thêm, đọc thêm, theo dõi chúng tôi, ảnh:"),
    agencies=phrases("TTXVN, VNA, Reuters, AFP, AP"),
)
