package io.streamalert.community.cloudtrail;

import io.streamalert.record.FieldValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The policy of an AWS resource, and whether it lets everybody in: some statement allows something, to
 * an open principal, and no condition narrows it down. Conditions that say where a call may not come
 * from narrow nothing down, nor do those on other keys than the ones below.
 */
final class ResourcePolicy {

  /** Groups: the service, the account. */
  private static final Pattern ARN =
      Pattern.compile("arn:[^:]*:([^:]*):[^:]*:(|\\*|\\d{12}|cloudfront|aws):.+");

  private static final Pattern SERVICE =
      Pattern.compile("[^.]+(?:.[^.]+)?\\.amazon(?:aws)?\\.com|[^.]+.aws.internal");

  private static final Pattern LIMITING_OPERATOR = Pattern.compile(
      "(?:ForAllValues:|ForAnyValue:)?(?:(?:ARN|String)(?:Equals|Like)|IpAddress)",
      Pattern.CASE_INSENSITIVE);

  /** By the lower case form of a key: which of its values are so wide that they limit nothing. */
  private static final Map<String, Predicate<String>> OPEN_VALUES = Map.of(
      "aws:sourcearn", ResourcePolicy::isOpen,
      "aws:sourceip", cidr -> cidr.endsWith("/0"),
      "aws:userid", ResourcePolicy::isOpenUserId,
      "aws:sourceowner", ResourcePolicy::hasWildcard,
      "aws:sourceaccount", ResourcePolicy::hasWildcard,
      "kms:calleraccount", ResourcePolicy::hasWildcard,
      "aws:sourcevpc", ResourcePolicy::hasWildcard,
      "aws:sourcevpce", ResourcePolicy::hasWildcard);

  private final FieldValue policy;

  private ResourcePolicy(FieldValue policy) {
    this.policy = policy;
  }

  /** A policy as AWS writes it; whatever has no statements lets nobody in. */
  static ResourcePolicy of(FieldValue policy) {
    return new ResourcePolicy(policy);
  }

  boolean isInternetAccessible() {
    return oneOrMore(policy.at("Statement")).anyMatch(ResourcePolicy::letsEverybodyIn);
  }

  private static boolean letsEverybodyIn(FieldValue statement) {
    return statement.at("Effect").is("Allow")
        && !isLimited(statement.at("Condition"))
        && (statement.at("NotPrincipal").exists()
            || principals(statement.at("Principal")).anyMatch(ResourcePolicy::isOpen));
  }

  private static Stream<String> principals(FieldValue principal) {
    return principal.fields().isEmpty()
        ? texts(principal)
        : Stream.of("AWS", "Federated", "Service").flatMap(kind -> texts(principal.at(kind)));
  }

  /** One open value among the limiting ones is enough to be open. */
  private static boolean isLimited(FieldValue condition) {
    List<Boolean> open = condition.fields().entrySet().stream()
        .filter(operator -> LIMITING_OPERATOR.matcher(operator.getKey()).lookingAt())
        .flatMap(operator -> operator.getValue().fields().entrySet().stream())
        .flatMap(demand -> openness(demand.getKey(), demand.getValue()))
        .toList();
    return !open.isEmpty() && !open.contains(true);
  }

  private static Stream<Boolean> openness(String key, FieldValue values) {
    Predicate<String> open = OPEN_VALUES.get(key.toLowerCase(Locale.ROOT));
    return open == null ? Stream.empty() : texts(values).map(open::test);
  }

  /** An ARN without account, or with any, is open; but buckets never have one in theirs. */
  private static boolean isOpen(String principal) {
    Matcher arn = ARN.matcher(principal);
    if (arn.matches()) {
      return !arn.group(1).equals("s3")
          && (arn.group(2).isEmpty() || arn.group(2).equals("*"));
    }
    return hasWildcard(principal) && !SERVICE.matcher(principal).matches();
  }

  /** Every session of a role may do, that is a wildcard at the end. */
  private static boolean isOpenUserId(String userId) {
    return hasWildcard(userId) && userId.indexOf('*') < userId.length() - 1;
  }

  private static boolean hasWildcard(String value) {
    return value.contains("*");
  }

  private static Stream<String> texts(FieldValue values) {
    return oneOrMore(values).flatMap(value -> value.asString().stream());
  }

  private static Stream<FieldValue> oneOrMore(FieldValue value) {
    return value.kind() == FieldValue.Kind.LIST ? value.elements().stream() : Stream.of(value);
  }
}
