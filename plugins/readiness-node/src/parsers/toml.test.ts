import { tomlParser } from './toml';
import { getXmlChildren, getXmlText, walkXml, xmlParser } from './xml';
import { getYamlNode, getYamlText } from './yaml';

describe('tomlParser', () => {
  const text =
    '[project]\nname = "cart"\ndependencies = [\n  "flask==3.0",\n  "pg>=1",\n]\n\n[[tool.x]]\na.b = 1\n[[tool.x]]\n"k y" = { v = "2" }\n';

  it.each<[readonly (string | number)[], string, number]>([
    [['project', 'name'], 'cart', 2],
    [['project', 'dependencies', 1], 'pg>=1', 5],
    [['tool', 'x', 0, 'a', 'b'], '1', 9],
    [['tool', 'x', 1, 'k y', 'v'], '2', 11],
  ])('reads %j', (path, value, line) => {
    const { tree } = tomlParser.parse(text);
    expect(getYamlText(tree, ...path)).toBe(value);
    expect(getYamlNode(tree, ...path)?.startLine).toBe(line);
  });

  it('says where it breaks', () => {
    expect(tomlParser.parse('a = 1\nb = \n')).toMatchObject({
      tree: undefined,
      failures: [{ line: 2 }],
    });
  });
});

describe('xmlParser', () => {
  const text =
    '<?xml version="1.0"?>\n<!-- c -->\n<project a="1">\n  <dependencies>\n    <dependency>\n      <groupId>g</groupId>\n    </dependency>\n    <dependency/>\n  </dependencies>\n</project>\n';

  it('reads elements with lines', () => {
    const { tree } = xmlParser.parse(text);
    expect(tree).toMatchObject({
      name: 'project',
      attributes: { a: '1' },
      line: 3,
    });
    expect(
      getXmlChildren(tree, 'dependencies', 'dependency').map(
        child => child.line,
      ),
    ).toEqual([5, 8]);
    expect(getXmlText(tree, 'dependencies', 'dependency', 'groupId')).toBe('g');
    expect(tree && walkXml(tree)).toHaveLength(5);
  });

  it('says where it breaks', () => {
    expect(xmlParser.parse('<a>\n<b>\n</a>')).toMatchObject({
      tree: undefined,
      failures: [{ line: 3 }],
    });
  });
});
