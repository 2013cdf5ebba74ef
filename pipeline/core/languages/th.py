"""Thai."""

from pipeline.core.languages.language import Language, phrases, words
from pipeline.core.reasons import RemovedReason as Reason

LANGUAGE = Language(
    code="th",
    name="Thai",
    page_words=words(
        """
        ข่าว อ่าน เพิ่ม เติม แชร์ ติด ตาม สมัคร โฆษ ษณา ความ คิด เห็น ล่าสุ
        """
    ),
    furniture={
        Reason.ADVERTISEMENT: phrases(
            """
            โฆษณา
            """
        ),
        Reason.RELATED_HEADLINE: phrases(
            """
            อ่านเพิ่มเติม, อ่านเพิ่มเติม:*, อ่านข่าวเพิ่มเติม, อ่านต่อ, อ่านข่าวที่เกี่ยวข้อง, ข่าวที่เกี่ยวข้อง,
            ข่าวที่เกี่ยวข้อง:*, บทความที่เกี่ยวข้อง, เรื่องที่เกี่ยวข้อง, ข่าวล่าสุด, ข่าวยอดนิยม, ยอดนิยม,
            ข่าวแนะนำ, แนะนำ, ดูเพิ่มเติม, ดูทั้งหมด, ข่าวอื่นๆ, คลิกที่นี่ *
            """
        ),
        Reason.NEWSLETTER: phrases(
            """
            สมัครรับข่าวสาร, สมัครสมาชิก, อีเมล
            """
        ),
        Reason.SHARE_OR_FOLLOW: phrases(
            """
            แชร์, แชร์ข่าว, แชร์เรื่องนี้, แชร์บทความนี้, ติดตาม, ติดตามเรา, ติดตามเราได้ที่ *, ติดตามข่าวสาร *,
            ติดตามข่าว *, พิมพ์, คัดลอกลิงก์, บันทึก, เฟซบุ๊ก, ทวิตเตอร์, ไลน์, กดติดตาม *
            """
        ),
        Reason.COMMENTS: phrases(
            """
            ความคิดเห็น, แสดงความคิดเห็น, 0 ความคิดเห็น, ตอบกลับ
            """
        ),
        Reason.PAYWALL: phrases(
            """
            เข้าสู่ระบบ, ลงทะเบียน, รหัสผ่าน, ลืมรหัสผ่าน
            """
        ),
        Reason.APP_PROMOTION: phrases(
            """
            ดาวน์โหลดแอป *, ดาวน์โหลด
            """
        ),
        Reason.CONSENT: phrases(
            """
            ยอมรับ, ปิด, นโยบายความเป็นส่วนตัว, ตั้งค่าคุกกี้, กำลังโหลด
            """
        ),
        Reason.PHOTO_WIDGET: phrases(
            """
            ภาพ, รูปภาพ, วิดีโอ, คลิป
            """
        ),
        Reason.CAPTION: phrases(
            """
            ภาพจาก *, ภาพประกอบ, แฟ้มภาพ, ขอบคุณภาพจาก *
            """
        ),
        Reason.NAVIGATION: phrases(
            """
            หน้าแรก, กลับหน้าแรก, เมนู, ค้นหา, ติดต่อเรา, เกี่ยวกับเรา, หมวดหมู่, กลับขึ้นด้านบน
            """
        ),
        Reason.TAGS: phrases(
            """
            แท็ก, แท็ก:*, คำค้น, ป้ายกำกับ:*
            """
        ),
        Reason.COPYRIGHT: phrases(
            """
            สงวนลิขสิทธิ์ *, สงวนลิขสิทธิ์, ลิขสิทธิ์ *
            """
        ),
    },
)
