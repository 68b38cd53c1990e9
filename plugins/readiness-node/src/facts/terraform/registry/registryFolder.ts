/** Folder that modules of a registry are said to stand in; no path of a repository begins like it. */
export const REGISTRY_FOLDER = 'registry://';
