/** What a report looks like that was handed in as another tool's. */
import { ReportError } from './reader.ts';
import { fields, isList, list } from './shape.ts';

/** For a document, or a list with one of its entries, that has not what the reader needs. */
export function foreign(document: unknown): ReportError {
  const likeness = guess(document);
  return new ReportError(
    likeness === undefined ? 'it has not the fields of such a report' : `it looks like ${likeness}`,
  );
}

type Look = readonly [likeness: string, ...keys: readonly string[]];

/** By the fields at the top; the first one that fits. */
const objects: readonly Look[] = [
  ['a SARIF report', 'runs', 'version'],
  ['a report of npm audit', 'auditReportVersion'],
  ['a report of npm audit', 'advisories', 'metadata'],
  ['a report of Safety', 'scan_results', 'meta'],
  ['a report of Safety', 'report_meta'],
  ['a report of Bandit', 'results', 'metrics', 'generated_at'],
  ['a report of Semgrep', 'results', 'errors', 'paths'],
  ['a report of pip-audit', 'dependencies', 'fixes'],
  ['a report of Trivy', 'SchemaVersion', 'ArtifactName'],
  ['a report of pytest-benchmark', 'machine_info', 'benchmarks'],
  ['a summary of k6', 'root_group', 'metrics'],
  ['a report of autocannon', 'latency', 'requests', 'throughput'],
  ['a CycloneDX SBOM', 'bomFormat', 'specVersion'],
  ['an SPDX SBOM', 'spdxVersion'],
];

/** By the fields of the first entry. */
const entries: readonly Look[] = [
  ['a report of Bandit', 'test_id', 'issue_severity'],
  ['a report of Semgrep', 'check_id', 'extra'],
  ['a report of hyperfine', 'command', 'exit_codes'],
  ['a report of pip-audit', 'name', 'vulns'],
  ['a report of hadolint', 'code', 'file', 'level'],
  ['a report of gitleaks', 'RuleID', 'Fingerprint'],
  ['a report of TruffleHog', 'DetectorName', 'SourceMetadata'],
  ['a report of secretlint or ESLint', 'filePath', 'messages'],
];

function guess(document: unknown): string | undefined {
  const looks = isList(document) ? entries : objects;
  const seen = fields(isList(document) ? list(document)[0] : document);
  const found = looks.find(([, ...keys]) => keys.every((key) => Object.hasOwn(seen, key)));
  return found?.[0];
}
