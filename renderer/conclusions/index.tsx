import { Button, SegmentedControl } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useChoice, usePlace, useWorkspace } from '../app/window.tsx';
import { useCall } from '../machine/queries.ts';
import { ScreenHead } from '../shared/ScreenHead.tsx';
import { Answer } from '../shared/states.tsx';
import { useSaid, useTexts } from '../texts/texts.ts';
import { ConclusionEditor } from './ConclusionEditor.tsx';
import { ConclusionList } from './ConclusionList.tsx';
import './conclusions.css';
import { FollowUps } from './FollowUps.tsx';

/** This year's conclusions with what is to be done, and what became of those of earlier years. */
export default function ConclusionsScreen() {
  const t = useTexts();
  const say = useSaid();
  const { place, refine } = usePlace();
  const { choice } = useChoice();
  const { workspaceId } = useWorkspace().session;
  const [year = 0] = choice.years;
  const [unit = null] = choice.units;
  const [isNew, setIsNew] = useState(false);
  const shows = place.params['part'] === 'follow-up' ? 'follow-up' : 'conclusions';
  const list = useCall('conclusions.list', { workspaceId, year, unit, allUnits: true });
  const followUp = useCall('conclusions.followUp', { workspaceId, year });
  return (
    <Answer query={list} height={640}>
      {({ conclusions, removed, nextNumber }) => {
        const own = conclusions.filter((conclusion) => conclusion.year === year);
        const chosen = own.find(({ id }) => String(id) === place.params['conclusion']) ?? own[0] ?? null;
        return (
          <>
            <ScreenHead
              title={t('app:screens.conclusions')}
              lead={
                <p className="lead">
                  {t('conclusions:lead', { count: own.length, year })}{' '}
                  {followUp.data !== undefined && say(followUp.data.lead)}
                </p>
              }
              actions={
                <>
                  <SegmentedControl
                    value={shows}
                    aria-label={t('conclusions:part')}
                    data={[
                      { value: 'conclusions', label: t('conclusions:ofYear', { year }) },
                      {
                        value: 'follow-up',
                        label: t('conclusions:followUp', { count: followUp.data?.items.length ?? 0 }),
                      },
                    ]}
                    onChange={(part) => {
                      refine({ part });
                    }}
                  />
                  <Button
                    leftSection={<IconPlus size={16} stroke={1.6} aria-hidden />}
                    onClick={() => {
                      refine({ part: 'conclusions' });
                      setIsNew(true);
                    }}
                  >
                    {t('conclusions:new')}
                  </Button>
                </>
              }
            />
            {shows === 'follow-up' ? (
              <Answer query={followUp}>{(answer) => <FollowUps followUp={answer} />}</Answer>
            ) : (
              <div className="conclusions">
                <ConclusionList
                  conclusions={own}
                  removed={removed.filter((conclusion) => conclusion.year === year)}
                  chosen={isNew ? null : (chosen?.id ?? null)}
                  onChoose={(id) => {
                    setIsNew(false);
                    refine({ conclusion: String(id) });
                  }}
                />
                {isNew ? (
                  <ConclusionEditor
                    key="new"
                    conclusion={null}
                    year={year}
                    unit={unit}
                    number={nextNumber ?? own.length + 1}
                    onDone={(id) => {
                      setIsNew(false);
                      if (id !== null) refine({ conclusion: String(id) });
                    }}
                  />
                ) : (
                  chosen !== null && (
                    <ConclusionEditor
                      key={chosen.id}
                      conclusion={chosen}
                      year={chosen.year}
                      unit={chosen.unit}
                      number={chosen.number}
                      onDone={() => undefined}
                    />
                  )
                )}
              </div>
            )}
          </>
        );
      }}
    </Answer>
  );
}
