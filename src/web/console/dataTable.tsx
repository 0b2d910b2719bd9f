import type { ComponentChildren, JSX } from 'preact';

/** A column of a table. */
export interface Column<Row> {
    readonly title: string;
    readonly cell: (row: Row) => ComponentChildren;
}

interface DataTableProps<Row> {
    readonly label: string;
    readonly columns: readonly Column<Row>[];
    readonly rows: readonly Row[];
    readonly keyOf: (row: Row) => string;
    /** Whether its columns fit on narrow screens. Otherwise, each row is a card there. */
    readonly isNarrow?: boolean;
}

/** A table. The roles say that it is one where the style turns rows into cards. */
export function DataTable<Row>({ label, columns, rows, keyOf, isNarrow = false }: DataTableProps<Row>): JSX.Element {
    return (
        <table role="table" aria-label={label} class={isNarrow ? 'figures' : ''}>
            <thead role="rowgroup">
                <tr role="row">
                    {columns.map(({ title }) => (
                        <th key={title} role="columnheader" scope="col">
                            {title}
                        </th>
                    ))}
                </tr>
            </thead>
            <tbody role="rowgroup">
                {rows.map((row) => (
                    <tr key={keyOf(row)} role="row">
                        {columns.map(({ title, cell }) => (
                            <td key={title} role="cell" data-label={title}>
                                <div>{cell(row)}</div>
                            </td>
                        ))}
                    </tr>
                ))}
            </tbody>
        </table>
    );
}
