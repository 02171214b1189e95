import { Alert, Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/useFormat';

interface Invited {
  email: string;
  invitation?: { expiresAt: string; link?: string };
}

/** What becomes of an invitation: a letter, or a link that is shown here once. */
export function InvitedAdmin({ admin: { email, invitation } }: { admin: Invited }) {
  const format = useFormat();
  const { t } = useTranslation('customer');
  const until = invitation && format.dateTime(invitation.expiresAt);
  if (!invitation?.link) {
    return <Alert color="teal" title={t('invited.letter', { email })}>{until && t('invited.until', { until })}</Alert>;
  }
  const link = new URL(invitation.link, location.origin).href;
  return (
    <Alert color="teal" title={t('invited.link', { email })}>
      <Stack gap="xs">
        <Text size="sm">{t('invited.once')}</Text>
        <Code block className="portal-break">
          {link}
        </Code>
        <Group>
          <CopyButton value={link}>
            {({ copied, copy }) => (
              <Button size="xs" variant="default" onClick={copy}>
                {copied ? t('invited.copied') : t('invited.copy')}
              </Button>
            )}
          </CopyButton>
          <Text size="sm">{t('invited.until', { until })}</Text>
        </Group>
      </Stack>
    </Alert>
  );
}
