// Prints the manifests of a file as JSON, and writes them as TypeScript, which holds them to Kubernetes' own types: a member that it does
// not know, one that is missing, a value of another type.
const fs = require('node:fs');
const { parseAllDocuments } = require('yaml');

const [, , manifests, program] = process.argv;
const resources = parseAllDocuments(fs.readFileSync(manifests, 'utf8')).map((document) => document.toJS());
const lines = resources.map((resource, index) => {
  const [group, version] = resource.apiVersion.includes('/') ? resource.apiVersion.split('/') : ['core', resource.apiVersion];
  const types = `kubernetes-types/${group.split('.')[0]}/${version}`;
  return `export const resource${index}: import('${types}').${resource.kind} = ${JSON.stringify(resource, null, 2)};\n`;
});
fs.writeFileSync(program, lines.join('\n'));
console.log(JSON.stringify(resources));
