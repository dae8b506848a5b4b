import type { Command, Option } from 'commander';
import { type JsonSchema, schemaId } from '../../catalogue/schema/common.js';
import { type Setting, settingsOf } from './settings.js';

/** JSON Schema of `borderlint.yaml`, for editors: what the command's options take, in a file's form. */
export function configSchema(command: Command): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: schemaId('borderlint-config'),
    title: 'borderlint.yaml: settings of borderlint',
    type: ['object', 'null'],
    properties: Object.fromEntries(
      settingsOf(command).map(({ setting, option }) => [
        setting.key,
        { description: option.description, ...valueSchema(setting, option) },
      ]),
    ),
    additionalProperties: false,
  };
}

function valueSchema(setting: Setting, option: Option): JsonSchema {
  const word = wordSchema(setting.choices ?? option.argChoices);
  switch (setting.kind) {
    case 'word':
      return word;
    case 'words':
      return { anyOf: [word, { type: 'array', items: word, minItems: 1 }] };
    case 'number':
      return { type: 'integer', minimum: 1 };
    case 'severities':
      return { type: 'object', additionalProperties: { enum: ['error', 'warning', 'advice'] } };
    case 'mappings':
      return { anyOf: [word, { type: 'object', additionalProperties: { type: 'string', minLength: 1 } }] };
  }
}

/** YAML reads 1210 and 2022 as numbers; they are words all the same. */
function wordSchema(choices: readonly string[] | undefined): JsonSchema {
  if (choices === undefined) return { type: ['string', 'integer'], minLength: 1 };
  return { enum: choices.flatMap((word) => (/^[1-9]\d*$/.test(word) ? [word, Number(word)] : [word])) };
}
