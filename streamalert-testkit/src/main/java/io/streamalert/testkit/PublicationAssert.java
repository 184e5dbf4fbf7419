package io.streamalert.testkit;

import io.streamalert.publish.Publication;
import io.streamalert.record.FieldQuery;
import io.streamalert.record.FieldValue;
import org.assertj.core.api.AbstractAssert;

/**
 * What a test can say of a publication, by JMESPath. Names with other signs than letters and digits
 * stand in quotes there, such as {@code "@slack.text"}.
 */
public final class PublicationAssert extends AbstractAssert<PublicationAssert, Publication> {

  PublicationAssert(Publication actual) {
    super(actual, PublicationAssert.class);
  }

  /**
   * What is found has this value.
   *
   * @param jmespath where to look
   * @param value any JSON value; numbers are equal by what they are worth
   * @return this
   * @throws IllegalArgumentException if the path is no JMESPath, or the value no JSON value
   */
  public PublicationAssert has(String jmespath, Object value) {
    FieldValue expected = FieldValue.of(value);
    FieldValue found = find(jmespath);
    if (!found.equals(expected)) {
      throw failureWithActualExpected(
          found.toJson(),
          expected.toJson(),
          "Expected %s of the publication to be%n  %s%nbut it is%n  %s%nThe publication has %s",
          jmespath,
          expected.toJson(),
          found.toJson(),
          actual.keys());
    }
    return this;
  }

  /**
   * What is found is text with this part.
   *
   * @param jmespath where to look
   * @param part the part
   * @return this
   * @throws IllegalArgumentException if the path is no JMESPath
   */
  public PublicationAssert contains(String jmespath, String part) {
    FieldValue found = find(jmespath);
    if (!found.contains(part)) {
      throw failure(
          "Expected %s of the publication to contain%n  %s%nbut it is%n  %s%nThe publication has %s",
          jmespath, part, found.toJson(), actual.keys());
    }
    return this;
  }

  /**
   * Nothing is found, or null.
   *
   * @param jmespath where to look
   * @return this
   * @throws IllegalArgumentException if the path is no JMESPath
   */
  public PublicationAssert lacks(String jmespath) {
    FieldValue found = find(jmespath);
    if (!found.isMissing()) {
      throw failure(
          "Expected the publication to lack %s, but it is%n  %s", jmespath, found.toJson());
    }
    return this;
  }

  private FieldValue find(String jmespath) {
    isNotNull();
    return FieldQuery.compile(jmespath).find(FieldValue.map(actual.toFields()));
  }
}
