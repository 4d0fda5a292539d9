package org.tocsin.model.pattern;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** A comparison expression, ready to be held against many objects. */
@FunctionalInterface
interface ObjectTest {
  /**
   * Whether it holds for the object.
   *
   * @param known what references may point to
   */
  boolean test(ObjectNode object, Map<String, ObjectNode> known, Effort effort);

  /** Throws IllegalArgumentException, with words for who wrote it, where it cannot be tested. */
  static ObjectTest of(Comparison comparison) {
    return switch (comparison) {
      case Comparison.And and -> {
        List<ObjectTest> parts = and.parts().stream().map(ObjectTest::of).toList();
        yield (object, known, effort) ->
            parts.stream().allMatch(part -> part.test(object, known, effort));
      }
      case Comparison.Or or -> {
        List<ObjectTest> parts = or.parts().stream().map(ObjectTest::of).toList();
        yield (object, known, effort) ->
            parts.stream().anyMatch(part -> part.test(object, known, effort));
      }
      case Comparison.Test test -> {
        ValueTest value = ValueTest.of(test);
        yield (object, known, effort) -> leads(test.path(), value, object, known, effort);
      }
      case Comparison.Exists exists ->
          (object, known, effort) ->
              isOf(exists.path(), object)
                  && exists.negated()
                      != leads(exists.path(), (_, _) -> true, object, known, effort);
    };
  }

  private static boolean leads(
      ObjectPath path,
      ValueTest such,
      ObjectNode object,
      Map<String, ObjectNode> known,
      Effort effort) {
    return isOf(path, object)
        && new PathWalk(path, known, effort).any(object, value -> such.test(value, effort));
  }

  private static boolean isOf(ObjectPath path, ObjectNode object) {
    return object.path("type").asString("").equals(path.type());
  }
}
