import process from 'node:process';
import type { MenuItemConstructorOptions } from 'electron';
import type { MachineEvent } from '../../core/api.ts';

type MenuCommand = Extract<MachineEvent, { type: 'menu' }>['command'];

/** The menu bar, in Swedish. Commands go to the window, which knows what they mean where it stands. */
export function menuTemplate(tell: (command: MenuCommand) => void): MenuItemConstructorOptions[] {
  const item = (label: string, command: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    ...(accelerator !== undefined && { accelerator }),
    click: () => {
      tell(command);
    },
  });
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const isMac = process.platform === 'darwin';
  return [
    ...(isMac ? [{ role: 'appMenu' as const }] : []),
    {
      label: '&Arkiv',
      submenu: [
        item('&Ny arbetsyta …', 'new', 'CmdOrCtrl+N'),
        item('&Öppna …', 'open', 'CmdOrCtrl+O'),
        {
          label: 'Senaste',
          role: 'recentDocuments',
          submenu: [{ label: 'Rensa listan', role: 'clearRecentDocuments' }],
        },
        item('Öppna &exemplen', 'open-samples'),
        separator,
        item('&Läs in filer …', 'import', 'CmdOrCtrl+I'),
        item('&Spara resultat …', 'export', 'CmdOrCtrl+S'),
        separator,
        item('Inställningar', 'settings', 'CmdOrCtrl+,'),
        item('&Stäng arbetsytan', 'close', 'CmdOrCtrl+W'),
        separator,
        isMac ? { label: 'Stäng fönstret', role: 'close' } : { label: 'A&vsluta', role: 'quit' },
      ],
    },
    {
      label: '&Redigera',
      submenu: [
        item('Ångra', 'undo', 'CmdOrCtrl+Z'),
        item('Gör om', 'redo', isMac ? 'Shift+Cmd+Z' : 'CmdOrCtrl+Y'),
        separator,
        { label: 'Klipp ut', role: 'cut' },
        { label: 'Kopiera', role: 'copy' },
        { label: 'Klistra in', role: 'paste' },
        { label: 'Markera allt', role: 'selectAll' },
        separator,
        item('Sök', 'find', 'CmdOrCtrl+K'),
      ],
    },
    {
      label: '&Visa',
      submenu: [
        item('Bakåt', 'back', 'Alt+Left'),
        item('Framåt', 'forward', 'Alt+Right'),
        separator,
        { label: 'Större', role: 'zoomIn' },
        { label: 'Mindre', role: 'zoomOut' },
        { label: 'Vanlig storlek', role: 'resetZoom' },
        separator,
        item('Ljust eller mörkt', 'theme'),
        { label: 'Helskärm', role: 'togglefullscreen' },
      ],
    },
    { label: '&Hjälp', submenu: [item('Hjälp', 'help', 'F1')] },
  ];
}
