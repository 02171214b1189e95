import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useSignIn } from '../account/useSession';
import type { Support } from '../api/session';
import { leaveSupport } from '../customer/supportAccess';
import { ShieldIcon } from './icons';
import { notifyProblem } from './notify';

/** Says, as long as an operator is in a company, that it is so; on every page, and around all of it. */
export function SupportBanner({ support }: { support: Support }) {
  const company = useSignIn().customer?.name ?? support.customerId;
  const { t } = useTranslation('customer');
  const navigate = useNavigate();
  const [leaving, setLeaving] = useState(false);
  const leave = () => {
    setLeaving(true);
    const back = () => void navigate(`/console/customers/${support.customerId}/support`, { replace: true });
    leaveSupport(support, back).catch(notifyProblem);
  };
  return (
    <>
      <section className="portal-support" aria-label={t('banner.label')}>
        <ShieldIcon size={22} />
        <div className="portal-support-words">
          <strong>{t(support.write ? 'banner.write' : 'banner.read', { company })}</strong>
          <span>{t('banner.who', { operator: support.operator, reason: support.reason })}</span>
        </div>
        <div className="portal-support-end">
          <TimeLeft until={support.expiresAt} />
          <Button size="xs" color="dark.9" loading={leaving} onClick={leave}>
            {t('banner.leave')}
          </Button>
        </div>
      </section>
      <div className="portal-support-frame" aria-hidden="true" />
    </>
  );
}

const EVERY = 10_000;

function TimeLeft({ until }: { until: string }) {
  const { t } = useTranslation('customer');
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), EVERY);
    return () => clearInterval(timer);
  }, []);
  const count = Math.max(0, Math.ceil((Date.parse(until) - now) / 60_000));
  return <span className="portal-support-left">{t('banner.left', { count })}</span>;
}
