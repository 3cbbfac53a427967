import { Button } from '@mantine/core';
import { usePlace } from '../app/window.tsx';
import { useCall, useResultsInput } from '../machine/queries.ts';
import { Figure, useFigureAhead } from '../shared/figure/Figure.tsx';
import { Lead } from '../shared/Lead.tsx';
import { ScreenHead } from '../shared/ScreenHead.tsx';
import { Answer } from '../shared/states.tsx';
import { useSaid, useTexts } from '../texts/texts.ts';
import { Gaps } from './Gaps.tsx';
import { KeyNumber } from './KeyNumber.tsx';
import { Model } from './Model.tsx';
import './overview.css';
import { Priorities } from './Priorities.tsx';
import { ResponseRates } from './ResponseRates.tsx';
import { Standing } from './Standing.tsx';

const quadrant = { kind: 'quadrant', options: { intervals: false, trail: true } } as const;

/** Where the municipality stands: the one number, what it is set against, what to look at, what is missing. */
export default function OverviewScreen() {
  const t = useTexts();
  const say = useSaid();
  const { go } = usePlace();
  const query = useCall('overview.get', useResultsInput());
  useFigureAhead(quadrant);
  return (
    <Answer query={query}>
      {(overview) => (
        <>
          <ScreenHead
            title={t('app:screens.overview')}
            lead={<Lead lead={overview.lead} />}
            actions={
              <Button
                onClick={() => {
                  go('report');
                }}
              >
                {t('overview:report')}
              </Button>
            }
          />
          {overview.subject.who.notice !== null && (
            <p className="notice">{say(overview.subject.who.notice)}</p>
          )}
          <div className="overview-top">
            <KeyNumber overview={overview} />
            <Standing overview={overview} />
          </div>
          <div className="overview-figures">
            <Figure
              {...quadrant}
              height={400}
              caption={false}
              title={t('overview:quadrant', { year: overview.subject.year })}
            />
            <Model overview={overview} />
            <ResponseRates overview={overview} />
          </div>
          <div className="overview-lists">
            <Priorities overview={overview} />
            <Gaps overview={overview} />
          </div>
        </>
      )}
    </Answer>
  );
}
