export const allFields: readonly (readonly [name: string, label: string])[];
export const templateColumns: readonly (readonly [label: string, fieldName: string])[];
export const meantFields: readonly string[];
