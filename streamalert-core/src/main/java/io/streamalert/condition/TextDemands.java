package io.streamalert.condition;

import io.streamalert.condition.TextCheck.Form;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** The demands on text of a {@link FieldCondition}, which text alone can meet. */
abstract sealed class TextDemands permits FieldCondition {

  TextDemands() {}

  abstract Condition meeting(Check check);

  private Condition text(Form form, boolean ignoringCase, String... texts) {
    return meeting(TextCheck.of(form, Arrays.asList(texts), ignoringCase));
  }

  /**
   * The field is exactly this text.
   *
   * @param text the text; case counts
   * @return the condition
   */
  public Condition is(String text) {
    return text(Form.IS, false, text);
  }

  /**
   * The field is this text, be it in upper or lower case. Each character is compared by itself and in
   * no locale, as {@link String#equalsIgnoreCase} does it: {@code ß} is not {@code ss}.
   *
   * @param text the text
   * @return the condition
   */
  public Condition isIgnoringCase(String text) {
    return text(Form.IS, true, text);
  }

  /**
   * The field is one of these texts.
   *
   * @param texts the texts; case counts; none never holds
   * @return the condition
   */
  public Condition isIn(String... texts) {
    return text(Form.IS, false, texts);
  }

  /**
   * The field is one of these texts.
   *
   * @param texts the texts, which a description names in this order; case counts; none never holds
   * @return the condition
   */
  public Condition isIn(Collection<String> texts) {
    return meeting(TextCheck.of(Form.IS, texts, false));
  }

  /**
   * The field is one of these texts, be it in upper or lower case; see {@link #isIgnoringCase}.
   *
   * @param texts the texts; none never holds
   * @return the condition
   */
  public Condition isInIgnoringCase(String... texts) {
    return text(Form.IS, true, texts);
  }

  /**
   * The field is text that starts so.
   *
   * @param prefix the start; case counts
   * @return the condition
   */
  public Condition startsWith(String prefix) {
    return text(Form.STARTS_WITH, false, prefix);
  }

  /**
   * The field is text that starts with one of these.
   *
   * @param prefixes the starts; case counts; none never holds
   * @return the condition
   */
  public Condition startsWithAny(String... prefixes) {
    return text(Form.STARTS_WITH, false, prefixes);
  }

  /**
   * The field is text that starts so, be it in upper or lower case; see {@link #isIgnoringCase}.
   *
   * @param prefix the start
   * @return the condition
   */
  public Condition startsWithIgnoringCase(String prefix) {
    return text(Form.STARTS_WITH, true, prefix);
  }

  /**
   * The field is text that ends so.
   *
   * @param suffix the end; case counts
   * @return the condition
   */
  public Condition endsWith(String suffix) {
    return text(Form.ENDS_WITH, false, suffix);
  }

  /**
   * The field is text that ends with one of these.
   *
   * @param suffixes the ends; case counts; none never holds
   * @return the condition
   */
  public Condition endsWithAny(String... suffixes) {
    return text(Form.ENDS_WITH, false, suffixes);
  }

  /**
   * The field is text that ends so, be it in upper or lower case; see {@link #isIgnoringCase}.
   *
   * @param suffix the end
   * @return the condition
   */
  public Condition endsWithIgnoringCase(String suffix) {
    return text(Form.ENDS_WITH, true, suffix);
  }

  /**
   * The field is text with this part. For the elements of a list see {@link
   * FieldCondition#anyElement}.
   *
   * @param part the part; case counts
   * @return the condition
   */
  public Condition contains(String part) {
    return text(Form.CONTAINS, false, part);
  }

  /**
   * The field is text with at least one of these parts.
   *
   * @param parts the parts; case counts; none never holds
   * @return the condition
   */
  public Condition containsAny(String... parts) {
    return text(Form.CONTAINS, false, parts);
  }

  /**
   * The field is text with this part, be it in upper or lower case; see {@link #isIgnoringCase}.
   *
   * @param part the part
   * @return the condition
   */
  public Condition containsIgnoringCase(String part) {
    return text(Form.CONTAINS, true, part);
  }

  /**
   * The field is text that matches a pattern as a whole: {@code *} stands for any characters, {@code
   * /} and line breaks included, {@code ?} for one, {@code [abc]} and {@code [a-z]} for one of these,
   * {@code [!abc]} for one other. There is no escape character: {@code [*]} stands for a star.
   *
   * @param pattern the pattern; case counts
   * @return the condition
   */
  public Condition glob(String pattern) {
    return meeting(GlobCheck.of(List.of(pattern), false));
  }

  /**
   * The field is text that matches at least one of some patterns; see {@link #glob}.
   *
   * @param patterns the patterns; case counts; none never holds
   * @return the condition
   */
  public Condition globAny(String... patterns) {
    return meeting(GlobCheck.of(Arrays.asList(patterns), false));
  }

  /**
   * The field is text that matches a pattern, be it in upper or lower case; see {@link #glob} and
   * {@link #isIgnoringCase}. Sets such as {@code [A-Z]} are made lower case too.
   *
   * @param pattern the pattern
   * @return the condition
   */
  public Condition globIgnoringCase(String pattern) {
    return meeting(GlobCheck.of(List.of(pattern), true));
  }

  /**
   * The field is text that matches a regular expression as a whole. The time this takes grows no
   * faster than the text, which is why there is no look-around and no back-reference. {@code (?i)} at
   * the start ignores case, {@code (?s)} lets a dot stand for a line break too.
   *
   * @param regex the expression, in the syntax of RE2
   * @return the condition
   * @throws IllegalArgumentException if it is none; the message names the place
   */
  public Condition matches(String regex) {
    return meeting(RegexCheck.of(regex));
  }

  /**
   * The field is text that is an address in one of some networks. An address of IPv4 that is written
   * as one of IPv6, such as {@code ::ffff:10.0.0.1}, counts as the one of IPv4; one with a zone, such
   * as {@code fe80::1%eth0}, is no address here, nor is one with a port.
   *
   * @param cidrs the networks, as {@code ADDRESS/BITS}, or single addresses; bits of the address past
   *     these do not count; none never holds
   * @return the condition
   * @throws IllegalArgumentException if one is neither
   */
  public Condition inNetwork(String... cidrs) {
    return meeting(NetworkCheck.of(cidrs));
  }
}
