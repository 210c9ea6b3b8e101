/** The contexts that expressions see, and the variables that processes get of them. */
import type { Run } from './run-state.ts';

/** What every expression of a run may see. */
export function baseContexts(run: Run): Record<string, unknown> {
  const { request } = run;
  return {
    github: githubContext(run),
    inputs: request.inputs,
    vars: request.vars,
    secrets: request.secrets,
    strategy: {},
    matrix: {},
    env: {},
  };
}

function githubContext({ request, id, eventFile, eventPayload }: Run): Record<string, unknown> {
  const { name, sha, ref, actor } = request.repository;
  const file = `${name}/${request.workflow.file}@${ref}`;
  return {
    actor,
    api_url: 'https://api.github.com',
    base_ref: '',
    event: eventPayload,
    event_name: request.event,
    event_path: eventFile,
    graphql_url: 'https://api.github.com/graphql',
    head_ref: '',
    ref,
    ref_name: ref.replace(/^refs\/(heads|tags)\//, ''),
    ref_protected: 'false',
    ref_type: ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    repository: name,
    repository_owner: name.split('/')[0],
    retention_days: '90',
    run_attempt: '1',
    run_id: id,
    run_number: '1',
    server_url: 'https://github.com',
    sha,
    token: '',
    triggering_actor: actor,
    workflow: request.workflow.name,
    workflow_ref: file,
    workflow_sha: sha,
  };
}
