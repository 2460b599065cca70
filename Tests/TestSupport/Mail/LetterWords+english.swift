extension LetterWords {
    static let english = LetterWords(
        language: "en",
        subjects: ["Where is my order #?", "Order # arrived damaged", "Refund for # please", "Charged twice for #"],
        greetings: ["Hello,", "Hi there,", "Dear Sir or Madam,", "Good morning,"],
        openings: [
            "I ordered a lamp from you % days ago (order #), and it has not come yet.",
            "My parcel for order # came today, and the box was open with one cup broken.",
            "You took \u{A3}$ from my card twice for order #.",
            "Please cancel order #; I placed it by mistake % minutes ago.",
        ],
        middles: [
            "The tracking page has said \u{201C}in transit\u{201D} for % days now.",
            "I can't print a label since I have no printer, and the post office is far from here.",
            "It was meant as a birthday present for my daughter, which is in % days.",
            "I already wrote about this last week and heard nothing back.",
            "I paid \u{A3}$ including express delivery, so I had hoped for better.",
            "The person on the phone was kind but could not see my order.",
            "Otherwise I have always been happy with your shop, and I have bought there for years.",
        ],
        closings: [
            "Could you tell me what happens now, and when I can count on it?", "Please send me the money back.",
            "Please let me know by Friday whether a new one can be sent.",
        ],
        farewells: ["Best wishes,", "Kind regards,", "Many thanks,"],
        attribution: "On Mon, 2 Mar 2026 at 10:14, Example Shop <help@shop.test> wrote:",
        quoted: [
            "Dear customer, thank you for your order.", "We have received your payment and will ship within % days.",
            "You can follow your parcel with the number in this mail.", "Your order number is #.",
        ],
        signature: ["12 Mill Lane, Norwich NR1 4AB", "Tel. 01603 555 0132", "Sent from my iPhone"]
    )
}
