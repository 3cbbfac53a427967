import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { reportFormats } from '../../core/api.ts';
import { ReleaseDialog } from '../shared/ReleaseDialog.tsx';
import { useSave } from '../shared/save.ts';
import { useTexts } from '../texts/texts.ts';
import type { ReportOf } from './draft.ts';

/** Writes the report as a file of each format. */
export function ExportMenu({
  of,
  name,
  onRefresh,
}: {
  readonly of: ReportOf;
  /** Of the unit, for the file's name. */
  readonly name: string;
  /** New figures are wanted in a Word file that was written earlier. */
  readonly onRefresh: () => void;
}) {
  const t = useTexts();
  const save = useSave();
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            loading={save.isSaving}
            rightSection={<IconChevronDown size={16} stroke={1.6} aria-hidden />}
          >
            {t('report:export')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {reportFormats.map((format) => (
            <Menu.Item
              key={format}
              onClick={() => {
                save.start({
                  suggestedName: `${t('report:fileName', { year: of.year, name })}.${format}`,
                  kind: format,
                  write: (machine, target) => machine.call('report.export', { ...of, format, ...target }),
                });
              }}
            >
              {t(`report:formats.${format}`)}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={onRefresh}>{t('report:refresh.open')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ReleaseDialog save={save} />
    </>
  );
}
