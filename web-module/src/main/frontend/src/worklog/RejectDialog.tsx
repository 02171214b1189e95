import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';

interface RejectDialogProps {
  opened: boolean;
  onClose: () => void;
  onReject: (reason: string) => void;
}

/** Asks what is wrong with a log: whoever wrote it reads the answer. */
export function RejectDialog({ opened, onClose, onReject }: RejectDialogProps) {
  const { t } = useTranslation(['worklog', 'shell']);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('review.rejectTitle')}
      centered
      closeButtonProps={{ 'aria-label': t('shell:close') }}
    >
      <RejectForm onClose={onClose} onReject={onReject} />
    </Modal>
  );
}

function RejectForm({ onClose, onReject }: Omit<RejectDialogProps, 'opened'>) {
  const { t } = useTranslation(['worklog', 'shell']);
  const form = useForm({
    initialValues: { reason: '' },
    validate: { reason: (value) => (value.trim() ? null : t('review.reasonMissing')) },
  });
  return (
    <form noValidate onSubmit={form.onSubmit(({ reason }) => onReject(reason.trim()))}>
      <Stack>
        <Textarea
          label={t('review.reason')}
          description={t('review.reasonHint')}
          data-autofocus
          autosize
          minRows={3}
          maxLength={1000}
          {...form.getInputProps('reason')}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('shell:cancel')}
          </Button>
          <Button type="submit" color="red.9">
            {t('review.reject')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
