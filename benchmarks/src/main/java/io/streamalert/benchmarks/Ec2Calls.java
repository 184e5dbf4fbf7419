package io.streamalert.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes calls of EC2: {@link CloudTrailCalls} has the others. */
final class Ec2Calls {

  private final Chance chance;

  Ec2Calls(Chance chance) {
    this.chance = chance;
  }

  /** Makes a look-up of instances. */
  CloudTrailCalls.Call describeInstances() {
    List<Object> ids = new ArrayList<>();
    for (int i = chance.below(4); i >= 0; i--) {
      ids.add(Json.map("instanceId", "i-" + chance.hex(17)));
    }
    return new CloudTrailCalls.Call(
        "ec2",
        chance.of("DescribeInstances", "DescribeVolumes", "DescribeInstanceStatus"),
        true,
        Json.map("instancesSet", Json.map("items", ids), "filterSet", Json.map()),
        null);
  }

  /** Makes a start of one instance. */
  CloudTrailCalls.Call runInstances() {
    String id = "i-" + chance.hex(17);
    Map<String, @Nullable Object> tags = Json.map(
        "items",
        List.of(
            Json.map(
                "key", "Name", "value", chance.of("web", "büro-server", "worker \"blue\"", "データ")),
            Json.map("key", "team", "value", "platform")));
    Map<String, @Nullable Object> instance = Json.map(
        "instanceId",
        id,
        "imageId",
        "ami-" + chance.hex(17),
        "amiLaunchIndex",
        0,
        "instanceType",
        "m5.large",
        "launchTime",
        1_700_000_000_000L + chance.below(1_000_000_000),
        "placement",
        Json.map("availabilityZone", "us-east-1a", "tenancy", "default"),
        "privateIpAddress",
        chance.address(),
        "sourceDestCheck",
        true,
        "tagSet",
        tags);
    return new CloudTrailCalls.Call(
        "ec2",
        "RunInstances",
        false,
        Json.map(
            "minCount",
            1,
            "maxCount",
            1,
            "instanceType",
            "m5.large",
            "monitoring",
            Json.map("enabled", false)),
        Json.map("requestId", chance.uuid(), "instancesSet", Json.map("items", List.of(instance))));
  }

  /** Makes a change of a security group. */
  CloudTrailCalls.Call securityGroup() {
    Map<String, @Nullable Object> rule = Json.map(
        "ipProtocol",
        "tcp",
        "fromPort",
        443,
        "toPort",
        443,
        "groups",
        Json.map(),
        "ipRanges",
        Json.map("items", List.of(Json.map("cidrIp", chance.address() + "/32"))));
    return new CloudTrailCalls.Call(
        "ec2",
        chance.of("AuthorizeSecurityGroupIngress", "RevokeSecurityGroupIngress"),
        false,
        Json.map(
            "groupId", "sg-" + chance.hex(17), "ipPermissions", Json.map("items", List.of(rule))),
        Json.map("requestId", chance.uuid(), "_return", true));
  }
}
