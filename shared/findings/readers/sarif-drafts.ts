/** A result with its rule as a draft. */
import type { Category, Draft, Rating, Rule } from '../model.ts';
import { severityOf, severityOfScore } from '../severity.ts';
import { line, redact, titleOf } from './redact.ts';
import type { Result } from './sarif-results.ts';
import { type Described, messageString, type Run, ruleFor } from './sarif-runs.ts';
import { findsSecrets, isRedacted, quotesSecrets, secretIn, secretMessage } from './secrecy.ts';
import { given } from './shape.ts';

/** They find nothing but secrets, whose text is their message, snippet or fingerprint. */
const secretTools = /gitleaks|betterleaks|trufflehog|secretlint|detect-secrets|ggshield|gitguardian|kingfisher|nosey/i;

const byDriver: readonly (readonly [RegExp, Category])[] = [
  [/hadolint|checkov|kics|kube|terrascan|tfsec|tflint|zizmor|actionlint|dockle|poutine/i, 'misconfiguration'],
  [/grype|osv-scanner|snyk open source|dependency-check|npm|pip-audit|safety/i, 'vulnerability'],
  [/conftest|opa\b|regal/i, 'policy'],
];
const byTag: readonly Category[] = ['vulnerability', 'misconfiguration', 'license'];

export function toDraft(result: Result, run: Run): Draft {
  const described = ruleFor(result, run);
  const rule = ruleOf(result, described);
  const dedicated = secretTools.test(run.name);
  const isSecret = dedicated || findsSecrets(rule);
  const secret = isSecret || quotesSecrets(rule);
  const said = secret ? secretMessage : redact(messageText(result, described, run), result.snippet);
  const title = titleOf(secret ? undefined : said, described?.summary, rule.name, rule.id);
  const where = run.placeOf(result.artifact);
  return given({
    category: isSecret ? ('secret' as const) : categoryOf(rule, run.name),
    rule,
    aliases: [],
    severity: rate(result, described, isSecret),
    confidence: confidenceOf(described?.precision),
    title,
    message: said.trim() === '' ? title : said,
    location: where && given({ ...where, ...result.region, logical: result.logical && line(result.logical) }),
    suppression: result.suppression,
    pointer: result.pointer,
    // A short secret could be guessed from the plain hash of its line.
    text: secret ? undefined : result.snippet?.trim() || said || undefined,
    secret: secret ? secretOf(result.snippet, dedicated) : undefined,
  });
}

const ruleOf = ({ ruleId }: Result, described: Described | undefined): Rule =>
  described === undefined
    ? { id: ruleId || 'unnamed' }
    : { ...described.rule, id: ruleId || described.rule.id || 'unnamed' };

/** The text itself, or the rule's with its placeholders filled. */
function messageText({ message }: Result, described: Described | undefined, run: Run): string {
  const plain = message.text ?? (message.id === undefined ? undefined : messageString(message.id, described, run));
  if (plain === undefined) return described?.summary ?? '';
  return plain.replace(/\{(\d{1,3})\}/g, (hole, index) => message.arguments[Number(index)] ?? hole);
}

function categoryOf(rule: Rule, driver: string): Category {
  const tagged = byTag.find((category) => rule.tags?.includes(category));
  if (tagged !== undefined) return tagged;
  if (/^(CVE|GHSA|PYSEC)-/.test(rule.id)) return 'vulnerability';
  return byDriver.find(([name]) => name.test(driver))?.[1] ?? 'sast';
}

function rate(result: Result, described: Described | undefined, isSecret: boolean): Rating {
  const score = result.score ?? described?.score;
  const original = result.level ?? null;
  if (score !== undefined) return { level: severityOfScore(score), original, score };
  if (isSecret) return { level: 'high', original };
  // The tool could not decide, or leaves it to a person.
  if (result.kind === 'open' || result.kind === 'review') return { level: 'unknown', original: result.kind };
  return {
    level: severityOf(original ?? described?.level ?? 'warning'),
    original: original ?? described?.level ?? null,
  };
}

function confidenceOf(precision: string | undefined): Draft['confidence'] {
  if (precision === 'very-high') return 'high';
  return precision === 'high' || precision === 'medium' || precision === 'low' ? precision : undefined;
}

/** A secret scanner's snippet is the secret, unless it was told to redact; others show the line that it stands in. */
function secretOf(snippet: string | undefined, dedicated: boolean): string | undefined {
  if (snippet === undefined || isRedacted(snippet)) return undefined;
  return dedicated ? snippet : secretIn(snippet);
}
