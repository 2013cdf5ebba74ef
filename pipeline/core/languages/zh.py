"""Chinese."""

from pipeline.core.languages.language import Language, phrases, words

LANGUAGE = Language(
    code="zh",
    name="Chinese",
    furniture_words=words(
        """
        订阅 关注 分享 评论 下载 点击 更多 相关 广告 版权 转载 责编 二维码 扫码 微信 微博 客户端 声明 投稿
        登录 注册 首页 上一篇 下一篇 推荐 热门
        """
    ),
    byline_openings=phrases(
        """
        作者, 文, 记者, 記者, 撰文, 编辑, 責任編輯, 责任编辑, 来源
        """
    ),
    roles=phrases("记者, 記者, 编辑, 編輯, 特约记者, 特派員, 通讯员"),
    credit_openings=phrases("来源, 來源"),
    date_openings=phrases(
        """
        发布时间, 發布時間, 更新时间, 更新時間, 发布于, 發佈於, 时间
        """
    ),
    sections=phrases(
        """
        新闻, 新聞, 政治, 经济, 經濟, 国际, 國際, 体育, 體育, 文化, 社会, 社會, 科技,
        财经, 財經, 娱乐, 娛樂, 评论, 評論, 要闻, 要聞, 国内, 健康, 兩岸, 地方, 即時,
        首页, 首頁
        """
    ),
    labels=phrases("图, 圖, 图片, 圖片, 视频, 影片, 快讯, 快訊, 独家, 資料照"),
    furniture_lines=phrases(
        """
        广告, 廣告, 图片, 圖片, 视频, 影片, 菜单, 搜索, 搜尋, 分享, 打印, 列印, 评论,
        評論, 留言, 登录, 登入, 注册, 註冊, 阅读更多, 閱讀更多, 相关新闻, 相關新聞, 相关阅读,
        延伸閱讀, 推荐阅读, 推薦閱讀, 热门, 熱門, 联系我们, 聯絡我們, 关于我们, 關於我們,
        版权所有, 版權所有, 常见问题, 目录
        """
    ),
    furniture_openings=phrases(
        """
        相关阅读, 延伸閱讀, 延伸阅读, 扫码, 图片来源, 圖片來源, 版权所有, 未经授权, 更多新聞
        """
    ),
    agencies=phrases(
        """
        新华社, 新華社, 新华网, 中新社, 中新网, 中央社, 人民网, 人民日报, 路透社, 路透, 法新社,
        美联社, 美聯社, 彭博, 央视, 澎湃, 联合早报, 中国新闻网
        """
    ),
)
