"""Korean."""

from pipeline.core.languages.language import Language, phrases, words

LANGUAGE = Language(
    code="ko",
    name="Korean",
    furniture_words=words(
        """
        구독 공유 댓글 광고 무단전재 재배포 관련기사 클릭 앱
        """
    ),
    byline_openings=phrases("글, 취재, 작성"),
    roles=phrases("기자, 특파원, 논설위원, 선임기자, 인턴기자, 통신원, 편집위원"),
    credit_openings=phrases("출처"),
    date_openings=phrases("입력, 수정, 등록, 승인, 업데이트, 최종수정, 기사입력"),
    sections=phrases(
        """
        정치, 경제, 사회, 국제, 문화, 스포츠, 연예, 오피니언, 사설, 칼럼, 뉴스, 전국, 과학,
        생활, 축구, 야구, 산업, 금융, 증권, 북한
        """
    ),
    labels=phrases("사진, 영상, 속보, 단독, 자료사진, 인터뷰"),
    furniture_lines=phrases(
        """
        광고, 사진, 영상, 메뉴, 검색, 공유, 공유하기, 인쇄, 댓글, 로그인, 회원가입, 더보기,
        관련기사, 관련 기사, 추천기사, 많이 본 뉴스, 인기기사, 구독, 구독하기, 문의, 뉴스레터,
        자주 묻는 질문, 기사 듣기, 글자크기, 로그인/회원가입
        """
    ),
    furniture_openings=phrases(
        """
        관련기사, 무단 전재, 저작권자, 사진=, 사진 =, 더보기
        """
    ),
    agencies=phrases(
        """
        연합뉴스, 뉴시스, 뉴스1, 로이터, AFP, 신화통신, 교도통신, 이데일리, 머니투데이,
        아시아경제, 헤럴드경제, 서울=연합뉴스
        """
    ),
)
