"""Hindi."""

from pipeline.core.languages.language import Language, phrases, words

LANGUAGE = Language(
    code="hi",
    name="Hindi",
    furniture_words=words(
        """
        पढ़ें शेयर फॉलो डाउनलोड ऐप सब्सक्राइब क्लिक वीडियो
        """
    ),
    months=words("जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर"),
    weekdays=words("सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार"),
    abbreviations=words("डॉ प्रो श्री"),
    byline_openings=phrases("लेखक, द्वारा, रिपोर्ट"),
    name_joins=phrases("और"),
    roles=phrases("संवाददाता, पत्रकार, संपादक"),
    credit_openings=phrases("स्रोत"),
    date_openings=phrases("प्रकाशित, अपडेट, अपडेटेड"),
    sections=phrases("समाचार, राजनीति, खेल, क्रिकेट, देश, विदेश, दुनिया, मनोरंजन, व्यापार, राज्य"),
    labels=phrases("फोटो, वीडियो, ब्रेकिंग, स्रोत"),
    furniture_lines=phrases(
        """
        विज्ञापन, फोटो, वीडियो, मेनू, खोजें, शेयर करें, टिप्पणियां, लॉगिन, सब्सक्राइब करें, और पढ़ें, यह भी पढ़ें,
        ये भी पढ़ें, संबंधित खबरें, संपर्क करें
        """
    ),
    furniture_openings=phrases("यह भी पढ़ें, ये भी पढ़ें, और पढ़ें, विज्ञापन"),
    agencies=phrases("भाषा, पीटीआई, एएनआई, आईएएनएस, वार्ता, एजेंसी"),
)
