package org.tocsin.model.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PatternTest {
  @ParameterizedTest
  @MethodSource("org.tocsin.model.pattern.Examples#ofTheStandard")
  void shouldReadWhatTheStandardShowsAndWriteItTheSame(String text) {
    Pattern pattern = Pattern.parse(text);

    assertThat(pattern.text()).isEqualTo(text);
    assertThat(Pattern.parse(pattern.text())).isEqualTo(pattern);
  }

  @ParameterizedTest
  @MethodSource("org.tocsin.model.pattern.Examples#spelledOtherwise")
  void shouldReadOtherSpellingsOfTheSame(String text, String same) {
    assertThat(Pattern.parse(text).text()).isEqualTo(same);
    assertThat(Pattern.parse(same)).isEqualTo(Pattern.parse(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          file:size = 1280                                                | 0
          [file:size = ]                                                  | 13
          [file:hashes.MD5 = cead3f77f6cda6ec00f57d76c9a6879f]            | 19
          [file.size = 1280]                                              | 5
          [file:name MATCHES /.*.dll/]                                    | 19
          [a:b = 'c'] WITHIN ]                                            | 19
          [a:b = 'c'] WITHIN 5 HOURS                                      | 21
          [a:b = 'c'] WITHIN -5 SECONDS                                   | 19
          [a:b = 'c'] WITHIN 0 SECONDS                                    | 19
          [a:b = 'c'] REPEATS 0 TIMES                                     | 20
          [a:b = 'c'] REPEATS 1.5 TIMES                                   | 20
          [a:b = 'c'] REPEATS 99999999999 TIMES                           | 20
          [a:b ISSUBSET ]                                                 | 14
          [a:b =? 'c']                                                    | 6
          [a:b == t'2457-73-22T32:81:84.1Z']                              | 8
          [a:b = t'2026-01-31t12:00:00Z']                                 | 7
          [a:b = b'====']                                                 | 7
          [a:b = b'YQ']                                                   | 7
          [a:b = h'abc']                                                  | 7
          [a:b = 1] within 2 seconds                                      | 10
          [a:b = 1] WITHIN 5 SECONDS WITHIN 6 SECONDS                     | 27
          [a:b = 1] REPEATS 2 TIMES REPEATS 3 TIMES                       | 26
          [a:b > true]                                                    | 7
          [a:b = 'c]                                                      | 7
          [a:b = 'c:\\new']                                               | 11
          [a:b = 007]                                                     | 7
          [a:b = 1x]                                                      | 7
          [a:b = 1.]                                                      | 7
          [a:b[-1] = 1]                                                   | 5
          [a:b[01] = 1]                                                   | 5
          [a:b = 1                                                        | 8
          [a:b = 1] OR                                                    | 12
          [a:b = 1]]                                                      | 9
          [a:b = 1] /* open                                               | 10
          [NOT a:b = 1]                                                   | 5
          [a: = 1]                                                        | 4
          [9a:b = 1]                                                      | 1
          []                                                              | 1
          """)
  void shouldSayWhereATextIsNoPattern(String text, int position) {
    var fault =
        catchThrowableOfType(
            PatternException.class, () -> Pattern.parse(text.replace("\\\\", "\\")));

    assertThat(fault).as(text).isNotNull();
    assertThat(fault.position()).as(fault.getMessage()).isEqualTo(position);
    assertThat(fault).hasMessageStartingWith("position " + position + ": ");
  }

  @Test
  void shouldRefuseAnEmptyText() {
    assertThatThrownBy(() -> Pattern.parse("")).isInstanceOf(PatternException.class);
    assertThatThrownBy(() -> Pattern.parse(" \n")).isInstanceOf(PatternException.class);
  }

  @Test
  void shouldBindQualifiersCloserThanAndAndAndCloserThanOrAndOrCloserThanFollowedBy() {
    Observing root =
        Pattern.parse("[a:b=1] FOLLOWEDBY [a:b=2] OR [a:b=3] AND [a:b=4] WITHIN 5 SECONDS").root();

    assertThat(root).isInstanceOf(Observing.Followed.class);
    Observing second = ((Observing.Followed) root).parts().get(1);
    assertThat(second).isInstanceOf(Observing.Any.class);
    Observing both = ((Observing.Any) second).parts().get(1);
    assertThat(both).isInstanceOf(Observing.All.class);
    assertThat(((Observing.All) both).parts().get(1))
        .isInstanceOfSatisfying(
            Observing.Within.class,
            within -> assertThat(within.seconds()).isEqualTo(BigDecimal.valueOf(5)));
  }

  @Test
  void shouldBindAndCloserThanOrInComparisons() {
    Observing root = Pattern.parse("[a:b=1 OR a:b=2 AND a:b=3]").root();

    Comparison.Or or = (Comparison.Or) ((Observing.One) root).comparison();
    assertThat(or.parts().get(1)).isInstanceOf(Comparison.And.class);
  }

  @Test
  void shouldReadEveryKindOfConstant() {
    String text =
        "[a:b IN ('it\\'s \\\\', -1, 2.50, true, false, t'2026-01-31T12:00:60.5Z', h'0aFF', b'YQ==')]";

    var test = (Comparison.Test) ((Observing.One) Pattern.parse(text).root()).comparison();

    assertThat(test.constants())
        .extracting(constant -> constant.getClass().getSimpleName())
        .isEqualTo(List.of("Text", "Number", "Number", "Bool", "Bool", "Moment", "Hex", "Binary"));
    assertThat(test.constants().getFirst()).isEqualTo(new Constant.Text("it's \\"));
    assertThat(((Constant.Hex) test.constants().get(6)).bytes()).containsExactly(10, 255);
    assertThat(((Constant.Binary) test.constants().get(7)).bytes()).containsExactly('a');
  }

  @Test
  void shouldRefuseWhatIsTooLongOrTooDeepBeforeItCosts() {
    assertThatThrownBy(() -> Pattern.parse("(".repeat(200_000)))
        .hasMessageContaining("at most 100000 characters");
    assertThatThrownBy(() -> Pattern.parse("(".repeat(90_000))).hasMessageContaining("levels deep");
    assertThatThrownBy(() -> Pattern.parse("[" + "(".repeat(90_000)))
        .hasMessageContaining("levels deep");
  }

  @Test
  void shouldReadAsManyAlternativesAsFit() {
    String text = "[" + "a:b = 1 OR ".repeat(8_000) + "a:b = 2]";

    assertThat(Pattern.parse(text).text()).isEqualTo(text);
  }
}
