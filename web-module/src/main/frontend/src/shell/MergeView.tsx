import { Alert, Button, Radio, Stack, Table, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AlertIcon } from './icons';
import { type Difference, differences, merged } from './merge';

interface MergeViewProps<Values extends object> {
  base: Values;
  mine: Values;
  theirs: Values;
  /** What the form calls its fields. */
  names: Record<keyof Values, string>;
  /** How a field's value is written, where that is not the value itself. */
  written?: (field: keyof Values, value: Values[keyof Values]) => string;
  onMerged: (values: Values) => void;
}

/** Whose change of a field stays, where somebody else saved first. What only one of the two changed is kept unasked. */
export function MergeView<Values extends object>({
  base,
  mine,
  theirs,
  names,
  written = (_, value) => String(value ?? ''),
  onMerged,
}: MergeViewProps<Values>) {
  const { t } = useTranslation();
  const [decided, setDecided] = useState<Partial<Record<keyof Values, 'me' | 'them'>>>({});
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.focus();
    place.current?.scrollIntoView({ block: 'center' });
  }, []);

  const all = differences(base, mine, theirs);
  const choiceOf = ({ field, by }: Difference<Values>) => decided[field] ?? (by === 'them' ? 'them' : 'me');
  const merge = () =>
    onMerged(
      merged(mine, theirs, new Set(all.filter((each) => choiceOf(each) === 'them').map(({ field }) => field))),
    );

  return (
    <Alert
      ref={place}
      tabIndex={-1}
      color="yellow"
      title={t('merge.title')}
      icon={<AlertIcon />}
      role="region"
      aria-label={t('merge.title')}
      mb="md"
      styles={{ body: { minWidth: 0 } }} // On a phone the table scrolls, rather than be cut off.
    >
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{t('merge.text')}</Text>
        <Table.ScrollContainer minWidth={260} w="100%" type="native">
          <Table aria-label={t('merge.table')} verticalSpacing={6}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('merge.field')}</Table.Th>
                <Table.Th>{t('merge.mine')}</Table.Th>
                <Table.Th>{t('merge.theirs')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {all.map((each) => (
                <Table.Tr key={String(each.field)}>
                  <Table.Th scope="row">
                    {names[each.field]}
                    {each.by === 'both' && (
                      <Text size="xs" fw={400}>
                        {t('merge.both')}
                      </Text>
                    )}
                  </Table.Th>
                  {(['me', 'them'] as const).map((who) => (
                    <Table.Td key={who}>
                      <Radio
                        name={`merge-${String(each.field)}`}
                        checked={choiceOf(each) === who}
                        onChange={() => setDecided({ ...decided, [each.field]: who })}
                        label={written(each.field, who === 'me' ? each.mine : each.theirs) || t('merge.empty')}
                        aria-label={`${names[each.field]}, ${who === 'me' ? t('merge.mine') : t('merge.theirs')}: ${
                          written(each.field, who === 'me' ? each.mine : each.theirs) || t('merge.empty')
                        }`}
                      />
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
        <Button size="sm" onClick={merge}>
          {t('merge.save')}
        </Button>
      </Stack>
    </Alert>
  );
}
