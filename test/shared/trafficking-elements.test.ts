// domain §3.1: act, means and purpose as far as they are recorded, for adults, for people under 18, and as the TVPA reads them.
import { describe, expect, it } from 'vitest';
import type { AnswerDraft } from '#shared/answers';
import { questionsOf } from '#shared/forms/form-definition';
import { newestForm } from '#shared/forms/published';
import { elementsInUsView, elementsRecorded } from '#shared/records/trafficking-elements';
import { copyWarning, opensSafetyStep } from '#shared/records/trafficking-profile';

const said = (value: string | string[]): AnswerDraft => ({ state: 'ANSWERED', value, source: 'EXPRESSED' });
const transportForSex = { acts: said(['transport']), purposes: said(['SexualExploitation']) };
const forSex = (age?: string) => ({ ...transportForSex, ...(age === undefined ? {} : { 'age-then': said(age) }) });

describe('elements recorded', () => {
  it('transport for sexual exploitation at 16 is complete without means, at 19 it is not', () => {
    expect(elementsRecorded(forSex('9-17'))).toEqual({
      act: true,
      means: false,
      purpose: true,
      meansNeeded: false,
      complete: true,
    });
    expect(elementsRecorded(forSex('18-20'))).toMatchObject({ meansNeeded: true, complete: false });
  });

  it('perhaps under 18 counts as under 18; an age nobody recorded counts as nothing', () => {
    expect(elementsRecorded(forSex('perhaps-under-18')).complete).toBe(true);
    expect(elementsRecorded(forSex())).toMatchObject({ meansNeeded: null, complete: false });
    expect(elementsRecorded({ ...transportForSex, means: said(['deception']) })).toMatchObject({ complete: true });
  });

  it('nothing is recorded by "rather not say", nor by an act that only United States law names', () => {
    expect(elementsRecorded({ acts: { state: 'DECLINED' }, 'acts-us': said(['obtain']) })).toEqual({
      act: false,
      means: false,
      purpose: false,
      meansNeeded: null,
      complete: false,
    });
  });
});

describe('in the view of the United States', () => {
  const labour = { acts: said(['transport']), purposes: said(['ForcedLabour']) };

  it('a minor in commercial sex needs no means, a minor in labour does', () => {
    expect(elementsInUsView(forSex('9-17')).sex?.complete).toBe(true);
    expect(elementsInUsView({ ...labour, 'age-then': said('9-17') }).labour).toMatchObject({
      meansNeeded: true,
      complete: false,
    });
    expect(elementsInUsView({ ...labour, means: said(['fraud']), 'age-then': said('9-17') }).labour?.complete).toBe(
      true,
    );
  });

  it('means are force, fraud or coercion: abuse of vulnerability is one under the Protocol only', () => {
    const told = { ...labour, means: said(['abuse-of-vulnerability']), 'age-then': said('30-38') };
    expect(elementsRecorded(told).complete).toBe(true);
    expect(elementsInUsView(told).labour).toMatchObject({ means: false, complete: false });
  });

  it('its own acts count for sex trafficking and not for labour', () => {
    const told = {
      'acts-us': said(['advertise']),
      purposes: said(['SexualExploitation', 'Servitude']),
      means: said(['force']),
    };
    expect(elementsInUsView(told)).toMatchObject({ sex: { act: true }, labour: { act: false } });
  });

  it('says nothing about a purpose that is not recorded', () => {
    expect(elementsInUsView({ purposes: said(['OrganRemoval']) })).toEqual({ sex: null, labour: null });
  });
});

describe('what it left and what carries', () => {
  it('thoughts of self-harm point to the safety step', () => {
    expect(opensSafetyStep({ impact: said(['sleep']) })).toBe(false);
    expect(opensSafetyStep({ impact: said(['sleep', 'self-harm-thoughts']) })).toBe(true);
  });

  it('a copy with what is hard and without what carries gives a warning', () => {
    const strengths: AnswerDraft = { state: 'ANSWERED', value: [{ words: 'Sews' }], source: 'EXPRESSED' };
    expect(copyWarning({ impact: said(['sleep']) })).toBe('no-strengths');
    expect(copyWarning({ impact: said(['sleep']), strengths })).toBeNull();
    expect(copyWarning({})).toBeNull();
  });

  it('strengths are asked first', () => {
    const ids = questionsOf(newestForm('trafficking-profile')).map(({ id }) => id);
    expect(ids.indexOf('strengths')).toBeLessThan(ids.indexOf('impact'));
  });
});

it('domain §3.2: eighteen methods of control, ISIC with four more, and a purpose of our own', () => {
  const options = (id: string) => {
    const question = questionsOf(newestForm('trafficking-profile')).find((one) => one.id === id);
    return question !== undefined && 'options' in question ? question.options.map((option) => option.id) : [];
  };
  expect(options('methods-of-control')).toHaveLength(18);
  expect(options('labour-sector')).toHaveLength(25);
  expect(options('purposes')).toEqual(expect.arrayContaining(['ForcedCriminality', 'SlaveryLike', 'Surrogacy']));
});
