import { spawn } from 'node:child_process';

/** Opens an address in the person's browser; where that does not work, the address that was printed is all they need. */
export function openBrowser(url: string, { platform, env }: Pick<NodeJS.Process, 'platform' | 'env'>): void {
  if (platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY) return;
  const [command, ...args] =
    platform === 'darwin' ? ['open'] : platform === 'win32' ? ['cmd', '/c', 'start', ''] : ['xdg-open'];
  spawn(command ?? '', [...args, url], { detached: true, stdio: 'ignore' })
    .on('error', () => {})
    .unref();
}
