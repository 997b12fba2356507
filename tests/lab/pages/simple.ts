/** A plain page with a name on it, for hosts that only need to be there. */
export function simplePage(name: string): string {
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><title>${name}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;display:grid;place-items:center;min-height:90vh;margin:0}</style>
</head><body><main><h1>${name}</h1><p>This page is part of a fake internet used for tests.</p></main></body></html>
`;
}
