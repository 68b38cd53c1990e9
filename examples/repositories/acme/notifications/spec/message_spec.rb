require_relative '../lib/message'

describe Message do
  it 'says thank you' do
    message = Message.for('state' => 'PAID', 'email' => 'a@example.com', 'orderId' => '1')
    expect(message.subject).to eq('Thank you')
  end

  it 'is silent about pending orders' do
    expect(Message.for('state' => 'PAYMENT_PENDING')).to be_nil
  end
end
