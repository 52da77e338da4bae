import { createHash } from "node:crypto";
import { deflateRawSync } from "node:zlib";

/** Unpacks the program and lets it begin; the policy knows its hash, so it can be no other one. */
const LOADER = `const packed = Uint8Array.from(atob(document.getElementById("page-program").textContent), (letter) => letter.charCodeAt(0));
const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
const program = document.createElement("script");
program.type = "module";
program.textContent = await new Response(unpacked).text();
document.body.append(program);`;

/**
 * The whole page, with its program compressed to less than half. What stands in its root is painted while the program is still read. Its policy names loader,
 * program and styles by their hashes, so nothing that a scenario says can become any of them.
 */
export function writePage({ program, styles, data }) {
  const packed = deflateRawSync(Buffer.from(program), { level: 9 }).toString("base64");
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(LOADER)} ${hashOf(program)}`,
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
<script type="application/octet-stream" id="page-program">${packed}</script>
<script type="module">${LOADER}</script>
</body>
</html>
`;
}

function hashOf(text) {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
