/** A small service as repositories have it: some hundred files of Python, JavaScript, YAML and Dockerfiles, in git. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const counts = { python: 250, javascript: 250, docker: 20, yaml: 40 };

/** Writes it into an empty folder, the same bytes each time. @returns its files */
export function writeRepository(folder: string): readonly string[] {
  const files: string[] = [];
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
    files.push(path);
  };
  for (let n = 0; n < counts.python; n += 1) write(`services/s${n % 25}/module_${n}.py`, python(n));
  for (let n = 0; n < counts.javascript; n += 1) write(`web/src/part${n % 20}/view-${n}.js`, javascript(n));
  for (let n = 0; n < counts.docker; n += 1) write(`services/s${n}/Dockerfile`, dockerfile(n));
  for (let n = 0; n < counts.yaml; n += 1) write(`deploy/unit-${n}.yaml`, `name: unit-${n}\nreplicas: ${n % 5}\n`);
  const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: folder, stdio: 'ignore' });
  git('init', '-q');
  git('add', '.');
  return files;
}

const times = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at)).join('');

function python(n: number): string {
  const risky = n % 10 === 0 ? `\n\ndef call(name):\n    return subprocess.call("echo " + name, shell=True)\n` : '';
  const body = times(
    12,
    (at) => `
def compute_${n}_${at}(first, second=${at}):
    """The weighted sum of what both services said."""
    total = [value * second for value in first if value > ${n % 7}]
    if not total:
        return {"count": 0, "mean": None}
    return {"count": len(total), "mean": sum(total) / len(total), "name": f"part-{second}"}

`,
  );
  return `import subprocess\n\n${body}${risky}`;
}

function javascript(n: number): string {
  return times(
    10,
    (at) => `
/** Shows row ${at} of view ${n}. */
export function render${at}(rows, { title = 'View ${n}', limit = ${at + 10} } = {}) {
  const shown = rows.slice(0, limit).map((row) => \`<li class="row-\${row.id}">\${row.label}</li>\`);
  return \`<section><h2>\${title}</h2><ul>\${shown.join('')}</ul></section>\`;
}
`,
  );
}

function dockerfile(n: number): string {
  return `FROM python:3.12-slim
WORKDIR /app
COPY requirements.txt .
RUN pip install --no-cache-dir -r requirements.txt${n % 4 === 0 ? '\nRUN apt-get update && apt-get install curl' : ''}
COPY . .
USER 1000
CMD ["python", "module_${n}.py"]
`;
}
