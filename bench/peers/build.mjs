// Both React pages into dist-lean/ and dist-themes/, each file also as .br and .gz, as a careful deployment has them.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import react from "@vitejs/plugin-react";
import { build } from "vite";

for (const page of ["lean", "themes"]) {
  const outDir = `dist-${page}`;
  await build({
    configFile: false,
    logLevel: "warn",
    base: `/${page}/`,
    plugins: [react()],
    build: { outDir, chunkSizeWarningLimit: 2000, rollupOptions: { input: `${page}.html` } },
  });
  compress(outDir);
}

function compress(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) compress(path);
    else {
      const bytes = readFileSync(path);
      writeFileSync(`${path}.br`, brotliCompressSync(bytes));
      writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
    }
  }
}
