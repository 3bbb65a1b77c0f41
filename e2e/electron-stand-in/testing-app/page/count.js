export const count = () => 42
