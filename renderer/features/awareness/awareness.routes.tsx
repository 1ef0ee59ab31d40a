import type { Route } from '../../route.ts';
import { ActivitiesPage } from './activities-page.tsx';
import { CampaignsPage } from './campaigns-page.tsx';
import { MaterialsPage } from './materials-page.tsx';
import { PolicyItemPage } from './policy-item-page.tsx';
import { PolicyPage } from './policy-page.tsx';
import { StoriesPage } from './stories-page.tsx';
import { StoryPage } from './story-page.tsx';
import { YearPage } from './year-page.tsx';

export const awarenessRoutes: readonly Route[] = [
  { path: '/awareness', page: ActivitiesPage, entry: 'partners' },
  { path: '/awareness/policy', page: PolicyPage, entry: 'partners' },
  { path: '/awareness/policy/:itemId', page: PolicyItemPage, entry: 'partners' },
  { path: '/awareness/stories', page: StoriesPage, entry: 'partners' },
  { path: '/awareness/stories/:storyId', page: StoryPage, entry: 'partners' },
  { path: '/awareness/campaigns', page: CampaignsPage, entry: 'partners' },
  { path: '/awareness/materials', page: MaterialsPage, entry: 'partners' },
  { path: '/awareness/year', page: YearPage, entry: 'reports' },
];
