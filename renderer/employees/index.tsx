import { Button } from '@mantine/core';
import { IconLink } from '@tabler/icons-react';
import { useState } from 'react';
import { usePlace } from '../app/window.tsx';
import { useCall, useResultsInput } from '../machine/queries.ts';
import { Lead } from '../shared/Lead.tsx';
import { ScreenHead } from '../shared/ScreenHead.tsx';
import { Answer, EmptyState } from '../shared/states.tsx';
import { useTexts } from '../texts/texts.ts';
import './employees.css';
import { LinkEditor } from './LinkEditor.tsx';
import { LinkPanel } from './LinkPanel.tsx';
import { PairTable } from './PairTable.tsx';
import { Warnings } from './Warnings.tsx';

/** The employee survey beside the measurement: the same matter asked of two groups of people. */
export default function EmployeesScreen() {
  const t = useTexts();
  const { place, go, refine } = usePlace();
  const [isEditing, setIsEditing] = useState(false);
  const query = useCall('employees.get', useResultsInput());
  return (
    <Answer query={query} height={640}>
      {(survey) => {
        const chosen =
          survey.pairs.find(({ employeeItem, item }) => `${employeeItem}|${item}` === place.params['link']) ??
          survey.pairs[0];
        return (
          <>
            <ScreenHead
              title={t('app:screens.employees')}
              lead={<Lead lead={survey.lead} />}
              actions={
                survey.present && (
                  <Button
                    variant="default"
                    leftSection={<IconLink size={16} stroke={1.6} aria-hidden />}
                    onClick={() => {
                      setIsEditing(true);
                    }}
                  >
                    {t('employees:edit')}
                  </Button>
                )
              }
            />
            {!survey.present ? (
              <EmptyState
                level={2}
                heading={t('employees:missing.heading')}
                text={t('employees:missing.text')}
                action={{
                  label: t('employees:missing.action'),
                  run: () => {
                    go('import');
                  },
                }}
              />
            ) : (
              <>
                <Warnings warnings={survey.warnings} findings={survey.findings} />
                {survey.pairs.length === 0 ? (
                  <EmptyState
                    level={2}
                    heading={t('employees:noLinks.heading')}
                    text={t('employees:noLinks.text')}
                    action={{
                      label: t('employees:edit'),
                      run: () => {
                        setIsEditing(true);
                      },
                    }}
                  />
                ) : (
                  <div className="employees">
                    <PairTable
                      survey={survey}
                      chosen={chosen ?? null}
                      onChoose={({ employeeItem, item }) => {
                        refine({ link: `${employeeItem}|${item}` });
                      }}
                    />
                    {chosen !== undefined && <LinkPanel survey={survey} pair={chosen} />}
                  </div>
                )}
              </>
            )}
            <LinkEditor
              survey={survey}
              isOpen={isEditing}
              onClose={() => {
                setIsEditing(false);
              }}
            />
          </>
        );
      }}
    </Answer>
  );
}
