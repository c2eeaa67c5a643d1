import Loyalty
import Testing

@Suite struct PointsTests {
  @Test func `a sum that no number holds is the nearest that there is`() {
    let (least, most) = (Points(.min), Points(.max))
    #expect(most + Points(1) == most)
    #expect(least - Points(1) == least)
    #expect(least + most == Points(-1))
    #expect(most - least == most)
    #expect(-least == most)
    var sum = most
    sum += most
    #expect(sum == most)
    #expect(Int64.max.multiplied(saturating: -2) == .min)
    #expect(Int64.min.multiplied(saturating: -1) == .max)
  }
}
