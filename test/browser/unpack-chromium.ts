import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

type Unpacked = { readonly executablePath: string; readonly env: Readonly<Record<string, string>> };

/**
 * Unpacks the Chromium of `@sparticuz/chromium` once, below node_modules. That package itself unpacks into the machine's
 * /tmp, where two tests at a time get in each other's way and another user's file would be started.
 */
export async function unpackChromium(): Promise<Unpacked> {
  const cache = resolve('node_modules/.cache');
  const folder = join(cache, 'chromium');
  if (!existsSync(folder)) {
    await mkdir(cache, { recursive: true });
    const fresh = await mkdtemp(join(cache, 'chromium-'));
    // It reads both when it is loaded, and unpacks the libraries that a bare Linux lacks only where it believes to be a Lambda.
    process.env.TMPDIR = fresh;
    process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs22.x';
    const { default: chromium } = await import('@sparticuz/chromium');
    await chromium.executablePath();
    await writeFile(join(fresh, 'fonts.conf'), describeFonts(folder));
    delete process.env.TMPDIR;
    // Whoever comes second has done it for nothing.
    await rename(fresh, folder).catch(() => rm(fresh, { recursive: true }));
  }
  return {
    executablePath: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_FILE: join(folder, 'fonts.conf') },
  };
}

// The fonts lie beside it, wherever node_modules is linked or copied to.
function describeFonts(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir prefix="relative">fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;
}
