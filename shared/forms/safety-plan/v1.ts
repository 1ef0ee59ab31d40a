// Safety plan, version 1: sections A to P of domain §7, each optional, each a list in her words. Frozen by hash once published.
// Section D (code words) is sealed: T4, kept in a record of its own, opened only with a reason.
import type { FormDefinition } from '../form-definition.ts';

export const safetyPlanV1 = {
  id: 'safety-plan',
  version: 1,
  title: 'Safety plan',
  sections: [
    {
      id: 'risk-picture',
      letter: 'A',
      title: 'What could happen',
      prompts: ['What worries you most just now?', 'What has kept you safe so far?'],
      questions: [
        { id: 'worries', kind: 'list', label: 'Who or what could harm you?', tier: 3, hers: true },
        { id: 'kept-safe', kind: 'list', label: 'What has kept you safe so far?', tier: 3, hers: true },
      ],
    },
    {
      id: 'warning-signs',
      letter: 'B',
      title: 'Warning signs',
      prompts: ['How would you notice that something is wrong?'],
      questions: [
        {
          id: 'signs',
          kind: 'list',
          label: 'Which people, cars, messages, feelings or dates tell you to take care?',
          tier: 3,
          hers: true,
        },
      ],
    },
    {
      id: 'safe-people-and-places',
      letter: 'C',
      title: 'Safe people and places',
      prompts: ['Who could you ring at three in the morning?'],
      questions: [
        { id: 'safe-people', kind: 'list', label: 'Who is safe for you?', tier: 3, hers: true },
        { id: 'safe-places', kind: 'list', label: 'Where could you go?', tier: 3, hers: true },
      ],
    },
    {
      id: 'code-words',
      letter: 'D',
      title: 'Words only we know',
      help: 'Sealed. Printed only when she asks for it.',
      prompts: ['Is there a word that would tell us you cannot speak freely?'],
      questions: [
        { id: 'code-word', kind: 'short-text', label: 'A word that shows it is you', tier: 4, hers: true },
        {
          id: 'duress-word',
          kind: 'short-text',
          label: 'A word that means you cannot speak freely',
          tier: 4,
          hers: true,
        },
        { id: 'police-word', kind: 'short-text', label: 'A word that means: call the police', tier: 4, hers: true },
        { id: 'signal', kind: 'short-text', label: 'A sign without words', tier: 4, hers: true },
      ],
    },
    {
      id: 'getting-out',
      letter: 'E',
      title: 'Getting out',
      prompts: ['If you had to leave in five minutes, what would you take?'],
      questions: [
        { id: 'way-out', kind: 'list', label: 'How would you get out, and where would we meet?', tier: 3, hers: true },
        {
          id: 'go-bag',
          kind: 'list',
          label: 'What is in the bag: papers, medicine, keys, money?',
          tier: 3,
          hers: true,
        },
      ],
    },
    {
      id: 'if-approached',
      letter: 'F',
      title: 'If someone follows or finds you',
      prompts: ['Would you want us to call the police, or someone else first?'],
      questions: [
        {
          id: 'if-followed',
          kind: 'list',
          label: 'What will you do if someone follows or approaches you?',
          tier: 3,
          hers: true,
        },
        { id: 'if-taken', kind: 'list', label: 'What should we do if you do not come back?', tier: 3, hers: true },
      ],
    },
    {
      id: 'daily-routes',
      letter: 'G',
      title: 'Days and ways',
      prompts: ['Which way do you feel easy on?'],
      questions: [
        {
          id: 'routes',
          kind: 'list',
          label: 'What makes the way to work, school or appointments safer?',
          tier: 3,
          hers: true,
        },
      ],
    },
    {
      id: 'technology',
      letter: 'H',
      title: 'Phones and accounts',
      help: 'Before anything is switched off or removed: would silence put her at more risk, and may it be evidence?',
      prompts: ['Who gave you the phone, and who pays for it?', 'Would it be noticed if it went quiet?'],
      questions: [
        {
          id: 'if-silent',
          kind: 'list',
          label: 'What could happen if the phone or an account went quiet?',
          tier: 3,
          hers: true,
        },
        {
          id: 'devices',
          kind: 'list',
          label: 'Which phones, trackers or children’s devices need care?',
          tier: 3,
          hers: true,
        },
        {
          id: 'accounts',
          kind: 'list',
          label: 'Which accounts and passwords shall we change, from a clean device?',
          tier: 3,
          hers: true,
        },
      ],
    },
    {
      id: 'court-and-offices',
      letter: 'I',
      title: 'Court, police, offices',
      prompts: ['Where would you like to wait?'],
      questions: [
        {
          id: 'appointments',
          kind: 'list',
          label: 'What makes these appointments safer: entrances, waiting, someone beside you?',
          tier: 3,
          hers: true,
        },
      ],
    },
    {
      id: 'children',
      letter: 'J',
      title: 'Children',
      prompts: ['Who may collect them?'],
      questions: [
        {
          id: 'children-safe',
          kind: 'list',
          label: 'What keeps the children safe at school and on the way?',
          tier: 3,
          hers: true,
        },
      ],
    },
    {
      id: 'family',
      letter: 'K',
      title: 'Family here and far away',
      prompts: ['Is there someone who may be pressed because of you?'],
      questions: [
        {
          id: 'family-safe',
          kind: 'list',
          label: 'What could help family who may be threatened?',
          tier: 3,
          hers: true,
        },
      ],
    },
    {
      id: 'feelings',
      letter: 'L',
      title: 'When feelings get heavy',
      prompts: ['What helps, even a little?'],
      questions: [
        { id: 'early-signs', kind: 'list', label: 'How do you notice it early?', tier: 3, hers: true },
        { id: 'helps-alone', kind: 'list', label: 'What can you do by yourself?', tier: 3, hers: true },
        { id: 'helps-with-others', kind: 'list', label: 'Who or what place helps?', tier: 3, hers: true },
      ],
    },
    {
      id: 'money',
      letter: 'M',
      title: 'Money and debt',
      prompts: ['Does anyone say that you owe them?'],
      questions: [
        { id: 'money-safe', kind: 'list', label: 'What keeps your money, name and papers yours?', tier: 3, hers: true },
      ],
    },
    {
      id: 'substances',
      letter: 'N',
      title: 'Alcohol, drugs, medicine',
      prompts: ['What makes it safer for you?'],
      questions: [
        {
          id: 'substances-safe',
          kind: 'list',
          label: 'What makes days with or without it safer?',
          tier: 3,
          hers: true,
        },
      ],
    },
    {
      id: 'after-moving',
      letter: 'O',
      title: 'After moving',
      prompts: ['Who would write to you?'],
      questions: [
        {
          id: 'new-place',
          kind: 'list',
          label: 'Post, address and work: what should stay unknown, and to whom?',
          tier: 3,
          hers: true,
        },
      ],
    },
    {
      id: 'without-asking',
      letter: 'P',
      title: 'What we may do without asking',
      help: 'The whole house sees this.',
      prompts: ['If you do not answer the door, what shall we do?'],
      questions: [
        { id: 'may-do', kind: 'list', label: 'What may we do without asking you first?', tier: 2, hers: true },
      ],
    },
  ],
} satisfies FormDefinition;
