/** Opens an address in the person's browser; where that does not work, the address that was printed is all they need. */
export async function openBrowser(
  url: string,
  { platform, env }: Pick<NodeJS.Process, 'platform' | 'env'>,
): Promise<void> {
  if (platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY) return;
  const [command, ...args] =
    platform === 'darwin' ? ['open'] : platform === 'win32' ? ['cmd', '/c', 'start', ''] : ['xdg-open'];
  const { spawn } = await import('node:child_process');
  spawn(command ?? '', [...args, url], { detached: true, stdio: 'ignore' })
    .on('error', () => {})
    .unref();
}
