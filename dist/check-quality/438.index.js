export const id = 438;
export const ids = [438];
export const modules = {

/***/ 3438:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   largestXml: () => (/* binding */ largestXml),
/* harmony export */   parseXml: () => (/* binding */ parseXml)
/* harmony export */ });
/* harmony import */ var fast_xml_parser__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5824);
/* harmony import */ var fast_xml_parser__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1143);
/* harmony import */ var _findings_readers_reader_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5533);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7344);
/** An XML report as an object: attributes as `@name`, text as `#text`, all of it strings; nothing is expanded. */



/** Bytes; as an object in memory it is about nine times as large. */
const largestXml = 32 * 1024 * 1024;
const named = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const references = /&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([\da-f]{1,6}));/gi;
/** With the five names and the numbers that XML itself knows; others stay as they are written. */
function resolve(text) {
    return text.replace(references, (all, name, decimal, hex) => {
        if (name !== undefined)
            return named[name] ?? all;
        const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
        return code > 0x10ffff ? all : String.fromCodePoint(code);
    });
}
const options = {
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    processEntities: false,
    parseTagValue: false,
    parseAttributeValue: false,
    ignoreDeclaration: true,
    ignorePiTags: true,
    tagValueProcessor: (_name, value) => resolve(value),
    attributeValueProcessor: (_name, value) => resolve(value),
};
/** @throws ReportError */
function parseXml(bytes) {
    const text = (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(bytes, _text_js__WEBPACK_IMPORTED_MODULE_0__/* .start */ .ni);
    if (text.trim() === '')
        throw new _findings_readers_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .ReportError */ .$('the report is empty');
    // Nobody writes one into a report, and whoever does may want entities expanded.
    if (declaresType(text))
        throw new _findings_readers_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .ReportError */ .$('the report declares a document type, as HTML does; expected plain XML');
    const checked = fast_xml_parser__WEBPACK_IMPORTED_MODULE_2__/* .XMLValidator */ .iI.validate(text);
    // Its message quotes names of the report.
    if (checked !== true) {
        throw (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .placed */ .GS)('the report is not valid XML', { line: checked.err.line, column: checked.err.col || 1 });
    }
    try {
        return new fast_xml_parser__WEBPACK_IMPORTED_MODULE_3__/* ["default"] */ .A(options).parse(literal(text));
    }
    catch {
        throw new _findings_readers_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .ReportError */ .$('the report is not valid XML, or nests deeper than 100 levels');
    }
}
/** Whether a DOCTYPE stands before the first element, behind any declarations and comments. */
function declaresType(text) {
    let at = 0;
    while (at >= 0) {
        at += text.slice(at).search(/\S|$/);
        const closing = text.startsWith('<?', at) ? '?>' : text.startsWith('<!--', at) ? '-->' : undefined;
        if (closing === undefined)
            return /^<!doctype/i.test(text.slice(at, at + 9));
        at = text.indexOf(closing, at);
        if (at >= 0)
            at += closing.length;
    }
    return false;
}
/** What stands in CDATA is text already; the parser does not tell it from other text afterwards. */
function literal(text) {
    const [before = '', ...sections] = text.split('<![CDATA[');
    const escaped = sections.map((section) => {
        const end = section.indexOf(']]>');
        const length = end < 0 ? section.length : end;
        return section.slice(0, length).replaceAll('&', '&amp;') + section.slice(length);
    });
    return [before, ...escaped].join('<![CDATA[');
}


/***/ })

};
