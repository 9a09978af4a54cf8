import kafkajs, { type PartitionAssigner } from 'kafkajs';

const { MemberMetadata, MemberAssignment } = kafkajs.AssignerProtocol;

/**
 * Same-numbered partitions of all topics go to the same member, so that facts of one key which stand on several topics
 * are heard by one process (kafkajs' round robin deals out topic after topic and separates them).
 */
export const copartition: PartitionAssigner = ({ cluster }) => ({
  name: 'RideCopartition',
  version: 0,
  assign: async ({ members, topics }) => {
    const ids = members.map(({ memberId }) => memberId).sort();
    return ids.map((memberId, place) => {
      const assignment: Record<string, number[]> = {};
      for (const topic of topics)
        assignment[topic] = cluster
          .findTopicPartitionMetadata(topic)
          .map(({ partitionId }) => partitionId)
          .filter((partition) => partition % ids.length === place);
      return {
        memberId,
        memberAssignment: MemberAssignment.encode({ version: 0, assignment, userData: Buffer.alloc(0) }),
      };
    });
  },
  protocol: ({ topics }) => ({
    name: 'RideCopartition',
    metadata: MemberMetadata.encode({ version: 0, topics, userData: Buffer.alloc(0) }),
  }),
});
