import { createHash } from "node:crypto";

/** The whole page. What stands in its root is painted while the program is still read. Its policy names program and styles by their hashes, so nothing that a scenario says can become either. */
export function writePage({ program, styles, data }) {
  // In a script `</script` ends it wherever it stands; in a program it can only stand in a text, where the backslash changes nothing.
  const script = program.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(styles)}`,
    "img-src data:",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>irsa-sim</title>
<link rel="icon" href="data:,">
<style>${styles}</style>
</head>
<body>
<div id="root"><div class="screen"><header class="bar"><h1 class="bar-brand">irsa-sim</h1><p class="quiet">setting up a cluster, an account and a clock …</p></header></div></div>
<noscript>This page is the simulator itself and needs JavaScript; it asks no server for anything.</noscript>
<script type="application/octet-stream" id="page-data">${data}</script>
<script type="module">${script}</script>
</body>
</html>
`;
}

function hashOf(text) {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
