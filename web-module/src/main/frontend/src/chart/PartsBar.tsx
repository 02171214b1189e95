import './chart.css';

export interface Part {
  /** The part with its value, in words. */
  name: string;
  value: number;
  /** Any CSS colour. */
  color: string;
}

/** How a whole is divided, such as the work of a storm. The same stands beside it in words: colours alone say nothing. */
export function PartsBar({ label, parts, height = 14 }: { label: string; parts: Part[]; height?: number }) {
  return (
    <div
      role="img"
      aria-label={`${label}: ${parts.map((part) => part.name).join(', ')}`}
      className="portal-parts"
      style={{ height, borderRadius: height / 2 }}
    >
      {parts
        .filter((part) => part.value > 0)
        .map((part) => (
          <span
            key={part.name.replace(/[\d\s.,]/g, '')}
            className="portal-part"
            style={{ flexGrow: part.value, background: part.color }}
          />
        ))}
    </div>
  );
}
