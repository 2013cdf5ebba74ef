"""Japanese."""

from pipeline.core.languages.language import Language, phrases, words
from pipeline.core.languages.speech import Speech

LANGUAGE = Language(
    code="ja",
    name="Japanese",
    furniture_words=words(
        """
        登録 購読 共有 フォロー コメント 広告 関連 会員 写真 続きを読む ランキング 無断転載 アプリ
        """
    ),
    byline_openings=phrases("文, 取材, 記者, 執筆, 著者, 筆者"),
    roles=phrases("記者, 編集委員, 特派員, 論説委員, ライター"),
    credit_openings=phrases("出典"),
    date_openings=phrases("公開, 更新, 配信, 掲載, 最終更新"),
    sections=phrases(
        """
        社会, 政治, 経済, 国際, スポーツ, 文化, 科学, 地域, 国内, 海外, ニュース, 速報,
        芸能, エンタメ, 社説, オピニオン, 特集, コラム, 野球, サッカー
        """
    ),
    labels=phrases("写真, 画像, 動画, 速報, 独自, 資料"),
    furniture_lines=phrases(
        """
        広告, 写真, 画像, 動画, メニュー, 検索, シェア, シェアする, ツイート, ツイートする,
        印刷, 印刷する, コメント, ログイン, 会員登録, 続きを読む, もっと見る, 関連記事,
        あわせて読みたい, おすすめ, ランキング, アクセスランキング, お問い合わせ, よくある質問, 目次,
        記事を印刷する, メールで送る, 保存, 保存する, 有料会員限定
        """
    ),
    furniture_openings=phrases(
        """
        関連記事, あわせて読みたい, 写真：, 無料登録, この記事は, 続きを読む
        """
    ),
    agencies=phrases(
        """
        共同通信, 共同, 時事, 時事通信, ロイター, AFP, AFP時事, CNN, 新華社,
        聯合ニュース, AP
        """
    ),
    speech=Speech(
        verbs=words(
            """
            述べ 語 話 言 批判 反論 強調 説明 指摘 主張 明かし 明らか 訴え 求め 答え 応じ 振り返 笑 怒 肩を落と
            涙 くぎを刺 付け加え 発言 発表
            コメント つづ 書 呼びかけ 表明 見通し
            強気 証言 報告 回答 宣言 断言 否定 謝罪 喜 嘆 憤 つぶやい 問
            """
        ),
        topics="はがも",
        quotatives="と",
    ),
)
