import { DndContext, type DragEndEvent, DragOverlay, useDraggable, useDroppable } from '@dnd-kit/core';
import { Anchor, Badge, Button, Group, NativeSelect, Paper, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { mayPlan } from '../account/roles';
import { useCustomer } from '../account/useSession';
import { useFormat } from '../format/useFormat';
import { useMembers } from '../route/routes';
import { GripIcon } from '../shell/icons';
import { useFilters } from '../shell/filters';
import { ListView, SearchField } from '../shell/lists';
import { PageHeader } from '../shell/PageHeader';
import { SILENT, usePointing } from '../shell/pointing';
import { EmptyState, ListSkeleton, ProblemAlert } from '../shell/states';
import { type BoardRow, columnsOf, NOBODY, type Server, useBoard, useHandOver } from './board';
import { addressBelowNameOf } from './properties';

/** Who serves which properties: a column for each contractor, and one for what nobody serves. */
export function BoardPage() {
  const { customerId } = useCustomer();
  const { t } = useTranslation('property');
  const filters = useFilters();
  const members = useMembers();
  const pages = useBoard({ q: filters.get('q'), status: 'ACTIVE' });
  const servers: Server[] = [
    { memberId: NOBODY, name: t('board.nobody') },
    ...(members.data ?? [])
      .filter((member) => member.role === 'CONTRACTOR')
      .map((member) => ({ memberId: member.id, name: member.displayName })),
  ];
  return (
    <>
      <PageHeader title={t('board.title')} description={t('board.about')}>
        <Button component={Link} to={`/c/${customerId}/properties`} variant="default">
          {t('board.list')}
        </Button>
      </PageHeader>
      <Group mb="md">
        <SearchField filters={filters} label={t('search')} />
      </Group>
      {members.isError && <ProblemAlert error={members.error} onRetry={() => void members.refetch()} />}
      {members.isPending ? (
        <ListSkeleton />
      ) : (
        <ListView
          pages={pages}
          noun={t('noun')}
          filtered={filters.any}
          onClearFilters={filters.clear}
          empty={<EmptyState title={t('empty.title')}>{t('board.empty')}</EmptyState>}
        >
          {(rows) => <Board rows={rows} servers={servers} isAll={!pages.hasNextPage} />}
        </ListView>
      )}
    </>
  );
}

const cardId = (row: BoardRow, server: Server) => `${row.property.id} ${server.memberId}`;

interface Card {
  row: BoardRow;
  from: Server;
}

interface BoardProps {
  rows: BoardRow[];
  servers: Server[];
  /** Whether these rows are all that there are. */
  isAll: boolean;
}

function Board({ rows, servers, isAll }: BoardProps) {
  const sensors = usePointing();
  const handOver = useHandOver();
  const [dragged, setDragged] = useState<Card>();
  // Whoever moves a card by keys goes on from where it went.
  const [arrived, setArrived] = useState<string>();
  const choose = (row: BoardRow, from: Server, to: Server) => {
    setArrived(cardId(row, to));
    handOver(row, from, to);
  };
  const drop = ({ active, over }: DragEndEvent) => {
    setDragged(undefined);
    const card = active.data.current as Card;
    const to = over?.data.current as Server | undefined;
    if (to && !columnsOf(card.row).includes(to.memberId)) handOver(card.row, card.from, to);
  };
  return (
    <DndContext
      sensors={sensors}
      accessibility={SILENT}
      onDragStart={({ active }) => setDragged(active.data.current as Card)}
      onDragEnd={drop}
      onDragCancel={() => setDragged(undefined)}
    >
      <div className="portal-board">
        {servers.map((server) => (
          <Column
            key={server.memberId}
            server={server}
            servers={servers}
            rows={rows.filter((row) => columnsOf(row).includes(server.memberId))}
            isAll={isAll}
            arrived={arrived}
            onHandOver={choose}
          />
        ))}
      </div>
      <DragOverlay dropAnimation={null}>
        {dragged && (
          <Paper withBorder p="xs" shadow="md">
            <Text size="sm" fw={500}>
              {dragged.row.property.name}
            </Text>
          </Paper>
        )}
      </DragOverlay>
    </DndContext>
  );
}

interface ColumnProps {
  server: Server;
  servers: Server[];
  rows: BoardRow[];
  isAll: boolean;
  /** The card to which the focus went along. */
  arrived?: string;
  onHandOver: (row: BoardRow, from: Server, to: Server) => void;
}

function Column({ server, servers, rows, isAll, arrived, onHandOver }: ColumnProps) {
  const format = useFormat();
  const { setNodeRef, isOver } = useDroppable({ id: server.memberId ?? 'nobody', data: server });
  return (
    <section ref={setNodeRef} className="portal-board-column" data-over={isOver || undefined} aria-label={server.name}>
      <Group justify="space-between" mb="xs" wrap="nowrap">
        <Title order={2} size="h5">
          {server.name}
        </Title>
        <Text size="sm" c="dimmed">
          {format.number(rows.length) + (isAll ? '' : '+')}
        </Text>
      </Group>
      <ul className="portal-board-cards">
        {rows.map((row) => (
          <BoardCard
            key={row.property.id}
            row={row}
            from={server}
            servers={servers}
            hasArrived={arrived === cardId(row, server)}
            onHandOver={onHandOver}
          />
        ))}
      </ul>
    </section>
  );
}

interface BoardCardProps {
  row: BoardRow;
  from: Server;
  servers: Server[];
  hasArrived: boolean;
  onHandOver: ColumnProps['onHandOver'];
}

function BoardCard({ row, from, servers, hasArrived, onHandOver }: BoardCardProps) {
  const { role, customerId } = useCustomer();
  const { t } = useTranslation('property');
  const { property, contractors } = row;
  const data: Card = { row, from };
  const { setNodeRef, listeners, isDragging } = useDraggable({ id: cardId(row, from), data });
  const primary = contractors.length > 1 && contractors.some((each) => each.memberId === from.memberId && each.primary);
  const takers = servers.filter(
    (server) => server.memberId === from.memberId || !columnsOf(row).includes(server.memberId),
  );
  const choose = (memberId: string) => {
    const to = servers.find((server) => (server.memberId ?? '') === memberId);
    if (to) onHandOver(row, from, to);
  };
  return (
    <Paper component="li" withBorder p="xs" ref={setNodeRef} className="portal-surface" opacity={isDragging ? 0.5 : 1}>
      <Group wrap="nowrap" gap={4} align="flex-start">
        {mayPlan(role) && (
          <span className="portal-grip" aria-hidden="true" {...listeners}>
            <GripIcon size={18} />
          </span>
        )}
        <div style={{ flex: 1, minWidth: 0 }}>
          <Anchor component={Link} to={`/c/${customerId}/properties/${property.id}`} size="sm" fw={500}>
            {property.name}
          </Anchor>
          <Text size="xs" c="dimmed">
            {addressBelowNameOf(property)}
          </Text>
          {primary && (
            <Badge variant="light" className="portal-badge">
              ★ {t('contractors.primary')}
            </Badge>
          )}
          {mayPlan(role) && (
            <NativeSelect
              mt={4}
              autoFocus={hasArrived}
              size="xs"
              aria-label={t('board.serverOf', { name: property.name })}
              value={from.memberId ?? ''}
              onChange={(event) => choose(event.currentTarget.value)}
              data={takers.map((server) => ({ value: server.memberId ?? '', label: server.name }))}
            />
          )}
        </div>
      </Group>
    </Paper>
  );
}
