/** What a chart shows, for those who do not see it. */
export function ChartTable({ label, names, rows }: { label: string; names: string[]; rows: string[][] }) {
  return (
    <div className="portal-said">
      <table aria-label={label}>
        <thead>
          <tr>
            <td />
            {names.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...values], index) => (
            <tr key={index}>
              <th scope="row">{name}</th>
              {values.map((value, column) => (
                <td key={column}>{value}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
