package io.streamalert.community.cloudtrail;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.record.FieldValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResourcePolicyTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          "*"                                                  | true
          ["*"]                                                | true
          {"AWS": "*"}                                         | true
          {"AWS": ["111122223333", "*"]}                       | true
          {"Service": "*"}                                     | true
          {"Federated": "*"}                                   | true
          {"CanonicalUser": "*"}                               | false
          {"AWS": "arn:aws:iam::*:role/deploy"}                | true
          {"AWS": "arn:aws:iam::111122223333:role/*"}          | false
          {"AWS": "arn:aws:iam::111122223333:root"}            | false
          {"AWS": "arn:aws:iam::*"}                            | true
          {"AWS": "arn:aws:sns:eu-central-1::topic"}           | true
          {"AWS": "arn:aws:iam::cloudfront:user/oai"}          | false
          {"AWS": "arn:aws:s3:::bucket"}                       | false
          {"AWS": "arn:aws:s3::*:bucket"}                      | false
          {"AWS": "111122223333"}                              | false
          {"AWS": "1111*"}                                     | true
          {"AWS": "AROAEXAMPLE"}                               | false
          {"Service": "lambda.amazonaws.com"}                  | false
          {"Service": "*.amazonaws.com"}                       | false
          {"Service": "logs.eu-central-1.amazonaws.com"}       | false
          {"Federated": "accounts.example.com"}                | false
          {"AWS": 7}                                           | false
          {}                                                   | false
          null                                                 | false
          """)
  void principalsAreOpenOrNot(String principal, boolean open) {
    assertThat(isOpen("{\"Effect\": \"Allow\", \"Principal\": " + principal + "}"))
        .isEqualTo(open);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          {}                                                                          | true
          null                                                                        | true
          {"StringEquals": {"aws:SourceOwner": "111122223333"}}                       | false
          {"StringEquals": {"AWS:SOURCEACCOUNT": ["111122223333"]}}                   | false
          {"StringEquals": {"kms:CallerAccount": "111122223333"}}                     | false
          {"StringLike": {"aws:SourceAccount": "1111*"}}                              | true
          {"StringEquals": {"aws:SourceVpc": "vpc-1"}}                                | false
          {"StringLike": {"aws:SourceVpc": "*"}}                                      | true
          {"StringEqualsIgnoreCase": {"aws:SourceVpce": "vpce-1"}}                    | false
          {"stringlike": {"aws:SourceVpce": "vpce-*"}}                                | true
          {"ArnLike": {"aws:SourceArn": "arn:aws:sns:*:111122223333:topic"}}          | false
          {"ArnEquals": {"aws:SourceArn": "arn:aws:sns:*:*:topic"}}                   | true
          {"ArnLike": {"aws:SourceArn": "arn:aws:s3:::bucket"}}                       | false
          {"ForAnyValue:StringLike": {"aws:SourceArn": "*"}}                          | true
          {"IpAddress": {"aws:SourceIp": "203.0.113.0/24"}}                           | false
          {"IpAddress": {"aws:SourceIp": "0.0.0.0/0"}}                                | true
          {"IpAddressIfExists": {"aws:SourceIp": "::/0"}}                             | true
          {"ForAllValues:StringLike": {"aws:userid": ["AROAEXAMPLE:*"]}}              | false
          {"StringLike": {"aws:userid": "AROA*:session"}}                             | true
          {"StringLike": {"aws:userid": "AIDAEXAMPLE"}}                               | false
          {"IpAddress": {"aws:SourceIp": ["203.0.113.0/24", "0.0.0.0/0"]}}            | true
          {"StringEquals": {"aws:SourceVpc": "vpc-1", "aws:SourceAccount": "*"}}      | true
          {"StringEquals": {"aws:Referer": "https://example.com"}}                    | true
          {"StringNotEquals": {"aws:SourceAccount": "111122223333"}}                  | true
          {"NotIpAddress": {"aws:SourceIp": "203.0.113.0/24"}}                        | true
          {"DateLessThan": {"aws:SourceAccount": "111122223333"}}                     | true
          """)
  void conditionsLimitOrNot(String condition, boolean open) {
    String statement =
        "{\"Effect\": \"Allow\", \"Principal\": \"*\", \"Condition\": " + condition + "}";

    assertThat(isOpen(statement)).isEqualTo(open);
  }

  @Test
  void oneOpenStatementIsEnough() {
    String closed = "{\"Effect\": \"Allow\", \"Principal\": {\"AWS\": \"111122223333\"}}";
    String open = "{\"Effect\": \"Allow\", \"Principal\": \"*\"}";

    assertThat(isOpen("[" + closed + ", " + open + "]")).isTrue();
    assertThat(isOpen("[" + closed + "]")).isFalse();
  }

  @Test
  void everybodyButSomeIsOpen() {
    assertThat(isOpen("{\"Effect\": \"Allow\", \"NotPrincipal\": {\"AWS\": \"111122223333\"}}"))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"Effect\": \"Deny\", \"Principal\": \"*\"}",
        "{\"Principal\": \"*\"}",
        "{\"Effect\": \"Allow\", \"Action\": \"*\"}",
        "[]",
        "null",
        "7"
      })
  void otherStatementsLetNobodyIn(String statement) {
    assertThat(isOpen(statement)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "null", "\"*\"", "1"})
  void whatIsNoPolicyLetsNobodyIn(String policy) {
    assertThat(ResourcePolicy.of(FieldValue.parse(policy)).isInternetAccessible())
        .isFalse();
  }

  private static boolean isOpen(String statement) {
    return ResourcePolicy.of(FieldValue.parse("{\"Statement\": " + statement + "}"))
        .isInternetAccessible();
  }
}
