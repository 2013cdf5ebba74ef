"""Vietnamese."""

from pipeline.core.languages.language import Language, phrases, words
from pipeline.core.reasons import RemovedReason as Reason

LANGUAGE = Language(
    code="vi",
    name="Vietnamese",
    page_words=words(
        """
        xem thêm đọc tin liên quan mới nhất nhiều nổi bật đăng ký nhập mật khẩu bình luận chia sẻ gửi in sao chép
        lưu theo dõi quảng cáo chính sách bảo điều khoản hệ video ảnh chủ đề tải ứng dụng bản quyền
        """
    ),
    stop_words=words(
        """
        và của là có trong cho được với các không một những người đã này khi từ đến để cũng tại về như đó ra vào sẽ
        trên theo ông bà sau nhiều năm làm phải còn thì bị việc nhưng nói biết
        """
    ),
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
    furniture={
        Reason.ADVERTISEMENT: phrases(
            """
            quảng cáo, tài trợ, nội dung tài trợ, thông tin doanh nghiệp, rao vặt
            """
        ),
        Reason.RELATED_HEADLINE: phrases(
            """
            xem thêm, xem thêm:*, xem thêm *, đọc thêm, đọc thêm:*, đọc thêm *, đọc tiếp, xem tiếp, xem chi tiết,
            chi tiết:*, xem video *, xem:*, mời độc giả *, mời quý độc giả *, mời bạn đọc *, mời xem *,
            tin liên quan, tin liên quan:*, bài liên quan, bài viết liên quan, các tin liên quan,
            bài viết cùng chủ đề, tin cùng chuyên mục, cùng chuyên mục, tin cùng chủ đề, cùng chủ đề, tin khác,
            các tin khác, bài viết khác, tin mới, tin mới nhất, tin mới hơn, tin cũ hơn, tin nóng, tin nổi bật,
            nổi bật, đọc nhiều, đọc nhiều nhất, đọc nhiều trong tuần, xem nhiều, xem nhiều nhất, tin đọc nhiều,
            tin xem nhiều, có thể bạn quan tâm, có thể bạn quan tâm:*, bạn có thể quan tâm, bạn quan tâm,
            đừng bỏ lỡ, đừng bỏ lỡ:*, đề xuất, gợi ý, dành cho bạn, gợi ý cho bạn, bài trước, bài tiếp theo,
            bài kế tiếp, bài viết trước, tiếp theo, trước, video:*, ảnh:*, clip:*, trở lại *, * xem thêm, tag:*
            """
        ),
        Reason.NEWSLETTER: phrases(
            """
            đăng ký, đăng ký nhận tin, đăng ký nhận *, nhận tin *, email, địa chỉ email, nhập email *, bản tin
            """
        ),
        Reason.SHARE_OR_FOLLOW: phrases(
            """
            chia sẻ, chia sẻ lên *, chia sẻ bài viết, chia sẻ facebook, chia sẻ:*, gửi, gửi email, gửi cho bạn bè,
            gửi bài, in bài, in bài viết, in trang, bản in, sao chép, sao chép liên kết, copy link,
            sao chép liên kết thành công, lưu, lưu bài, lưu bài viết, theo dõi, theo dõi * trên,
            theo dõi chúng tôi *, theo dõi *, thích, nghe, nghe đọc bài, zalo, cỡ chữ, quan tâm, trở lại, lưu tin
            """
        ),
        Reason.COMMENTS: phrases(
            """
            bình luận, bình luận 0, 0 bình luận, ý kiến, ý kiến 0, ý kiến bạn đọc, ý kiến của bạn,
            ý kiến của bạn *, gửi bình luận, viết bình luận, viết bình luận *, thêm bình luận, xem bình luận,
            tất cả bình luận, trả lời, hủy, bình luận của bạn *, chia sẻ ý kiến *, email của bạn sẽ *,
            các trường bắt buộc *, báo lỗi, mới nhất, quan tâm nhất, quy định bình luận, vui lòng nhập *,
            mọi ý kiến *
            """
        ),
        Reason.PAYWALL: phrases(
            """
            đăng nhập, đăng xuất, đăng ký tài khoản, tạo tài khoản, tài khoản, mật khẩu, quên mật khẩu *,
            quên mật khẩu
            """
        ),
        Reason.APP_PROMOTION: phrases(
            """
            tải ứng dụng, tải ứng dụng *, tải app *, ứng dụng
            """
        ),
        Reason.CONSENT: phrases(
            """
            đồng ý, từ chối, cài đặt, chính sách bảo mật, chính sách quyền riêng tư, chúng tôi sử dụng cookie *,
            đang tải, đóng, bỏ qua nội dung
            """
        ),
        Reason.PHOTO_WIDGET: phrases(
            """
            ảnh, hình ảnh, thư viện ảnh, video, phóng to, xem ảnh *, đồ họa, thời gian đọc *
            """
        ),
        Reason.CAPTION: phrases(
            """
            ảnh:*, ảnh minh họa, ảnh minh hoạ, hình minh họa, nguồn ảnh *, ảnh tư liệu, nguồn ảnh:*
            """
        ),
        Reason.NAVIGATION: phrases(
            """
            trang chủ, về trang chủ, quay lại, về đầu trang, lên đầu trang, đầu trang, menu, tìm kiếm, chuyên mục,
            danh mục, liên hệ, giới thiệu, tòa soạn, tuyển dụng, điều khoản sử dụng, liên hệ quảng cáo, trợ giúp,
            trang 0, trang sau, trang trước, tác giả, thời tiết, tổng biên tập *, giấy phép *, giấy phép số *
            """
        ),
        Reason.TAGS: phrases(
            """
            từ khóa, từ khóa:*, từ khoá, từ khoá:*, chủ đề, chủ đề:*, thẻ, thẻ:*, tags:*
            """
        ),
        Reason.COPYRIGHT: phrases(
            """
            bản quyền *, bản quyền thuộc *, giữ bản quyền *, ghi rõ nguồn *, vui lòng ghi rõ nguồn *, * bản quyền,
            không sao chép *
            """
        ),
    },
)
