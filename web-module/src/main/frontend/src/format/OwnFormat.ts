import { createContext } from 'react';
import type { Units } from './format';

/** What the signed-in person sees otherwise than their company. */
export const OwnFormat = createContext<{ locale?: string; timeZone?: string; units?: Units } | undefined>(undefined);
