export const id = 379;
export const ids = [379];
export const modules = {

/***/ 379:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  outcomeMarkdown: () => (/* binding */ outcomeMarkdown)
});

;// CONCATENATED MODULE: ./build/shared/report/markdown.js
/** Markdown for step summaries; whatever comes from outside is escaped before it stands there. */
/** Text that cannot become markup, a mention or a table cell's end. */
function plain(text) {
    return text
        .replace(/[\r\n]+/g, ' ')
        .replace(/&/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(/>/g, '&gt;')
        .replace(/[|`*_[\]\\]/g, '\\$&')
        .replace(/@(?=\w)/g, '@\u200b');
}
/** A table of ready Markdown cells. */
function table(head, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
function percent(share) {
    return `${Number((share * 100).toFixed(2))} %`;
}
/** Seconds as milliseconds below one second. */
function latency(seconds) {
    if (seconds === undefined)
        return '–';
    return seconds < 1 ? `${Number((seconds * 1000).toPrecision(2))} ms` : `${Number(seconds.toPrecision(3))} s`;
}

;// CONCATENATED MODULE: ./build/shared/report/outcome.js

const signs = {
    promoted: '✅ promoted',
    held: '⏸️ held',
    'rolled-back': '↩️ rolled back',
    refused: '⛔ refused',
    inconclusive: '❔ inconclusive',
    error: '❌ error',
};
/** A heading with the verdict, the reason below it, then the facts, if any, as a table. */
function outcomeMarkdown(action, verdict, reason, facts) {
    const rows = facts.map(([name, value]) => [plain(name), plain(value)]);
    const details = rows.length === 0 ? [] : ['', table(['', ''], rows)];
    return [`## ${signs[verdict]} · ${action}`, '', plain(reason), ...details, ''].join('\n');
}


/***/ })

};
